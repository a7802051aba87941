package okno.identity.rights;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.identity.rights.*}.
 *
 * @param documentsDirectory where archives and their parts lie, sealed
 * @param sources services, by their names in {@code okno.services}, that have something of persons
 * @param erasers services that answer an order to erase
 * @param answer how long the whole answer of one service, or one file, may take
 * @param attempts after so many an export goes out without the part, and says so
 * @param pause before the second attempt; doubled with each, an hour at most
 * @param again how long after one export the next may be asked for
 * @param keep how long an archive can be fetched
 */
@Validated
@ConfigurationProperties("okno.identity.rights")
public record RightsProperties(
        @NotNull Path documentsDirectory,
        @DefaultValue({}) List<String> sources,
        @DefaultValue({}) List<String> erasers,
        @DefaultValue("2m") Duration answer,
        @DefaultValue("6") int attempts,
        @DefaultValue("10s") Duration pause,
        @DefaultValue("1h") Duration again,
        @DefaultValue("7d") Duration keep) {

    @AssertTrue(message = "documents-directory must be set")
    boolean isPlaceNamed() {
        // An empty setting is the working directory, which nobody means.
        return !documentsDirectory.toString().isEmpty();
    }
}

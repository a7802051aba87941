package okno.application.rights;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.kept.*}.
 *
 * @param years how long an application of an erased person is kept after it was closed. Five years, as the list of standard
 *     management documents has it for requests of citizens (Rosarchiv order 236 of 20.12.2019, by 125-FZ art. 17 and 22); an
 *     archivist may order more, not less
 */
@ConfigurationProperties("okno.kept")
@Validated
record KeptProperties(
        @DefaultValue("5") @Min(KeptProperties.LEAST) int years) {

    static final int LEAST = 5;
}

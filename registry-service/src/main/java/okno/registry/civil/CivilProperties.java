package okno.registry.civil;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.registry.civil.*}.
 *
 * @param url where the registers of insured persons and passports answer
 * @param key our bearer key there
 */
@Validated
@ConfigurationProperties("okno.registry.civil")
public record CivilProperties(
        @NotBlank String url,
        @NotBlank String key,
        @NotNull Duration connectTimeout,
        @NotNull Duration readTimeout) {

    /** Secrets never reach a log. */
    @Override
    public String toString() {
        return "CivilProperties[" + url + "]";
    }
}

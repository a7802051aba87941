package okno.identity.assurance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.identity.assurance.*}.
 *
 * @param codeLife how long a code of a one-stop office is good
 * @param attempts guesses at one code, the right one included
 * @param attemptLife how long a proof that has begun may take
 * @param attemptsPerDay proofs of one kind that a person may begin within 24 hours
 * @param publicUrl of the gateway: verifiers call back there
 */
@Validated
@ConfigurationProperties("okno.identity.assurance")
public record AssuranceProperties(
        @NotNull Duration codeLife,
        @Positive int attempts,
        @NotNull Duration attemptLife,
        @Positive int attemptsPerDay,
        @NotNull URI publicUrl,
        @NotNull @Valid Verifier bank,
        @NotNull @Valid Verifier video) {

    /**
     * A provider that identifies people for us.
     *
     * @param url its API; empty: none is connected
     * @param key our bearer key there
     * @param keysFile its public keys (JWK or JWK set, EC P-256); what it says is signed with one of them
     */
    public record Verifier(
            @Nullable String url,
            @Nullable String key,
            @Nullable Path keysFile,
            @NotNull Duration connectTimeout,
            @NotNull Duration readTimeout) {

        boolean connected() {
            return url != null && !url.isBlank();
        }

        /** Secrets never reach a log. */
        @Override
        public String toString() {
            return "Verifier[" + url + "]";
        }
    }
}

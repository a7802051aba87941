package okno.identity.pki;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.identity.pki.*}.
 *
 * @param keyStore a PKCS#12 file with the entries {@code ca}, {@code tsa} and {@code seal}; with {@code pkcs11} not used
 * @param pkcs11 configuration of the JDK's SunPKCS11 for the token that holds the three entries instead
 * @param passwordFile password of the store, or PIN of the token
 * @param certificateLife how long a person's certificate is valid
 * @param crlLife how long a revocation list counts; a fresh one is signed for every request
 * @param publicUrl of the portal: where certificates say that the list is
 * @param trustDirectory certificates ({@code .crt}) and revocation lists ({@code .crl}) of other authorities that are
 *     trusted, PEM or DER; none: only certificates of the platform are
 */
@Validated
@ConfigurationProperties("okno.identity.pki")
public record PkiProperties(
        @Nullable Path keyStore,
        @Nullable Path pkcs11,
        @NotNull Path passwordFile,
        @DefaultValue("365d") Duration certificateLife,
        @DefaultValue("1h") Duration crlLife,
        @NotNull URI publicUrl,
        @Nullable Path trustDirectory) {

    public PkiProperties {
        keyStore = given(keyStore);
        pkcs11 = given(pkcs11);
        trustDirectory = given(trustDirectory);
    }

    /** An environment variable that is not set arrives as an empty path. */
    private static @Nullable Path given(@Nullable Path path) {
        return path == null || path.toString().isEmpty() ? null : path;
    }
}

package okno.identity.protection;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.identity.protection.*}; neither has a default, because a default key is no key.
 *
 * @param dataKeysetFile Tink keyset (JSON, AEAD) that encrypts personal data; older keys stay in it for reading
 * @param hashKeyFile Base64 of 32 or more random bytes that key the look-up hashes
 */
@Validated
@ConfigurationProperties("okno.identity.protection")
record ProtectionProperties(
        @NotNull Path dataKeysetFile, @NotNull Path hashKeyFile) {}

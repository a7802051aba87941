package okno.application.vault;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.vault.*}.
 *
 * @param keysetFile Tink AEAD keyset (JSON) that everything is sealed with; first key seals, all keys open
 * @param documentsDirectory where contents of documents are kept
 */
@Validated
@ConfigurationProperties("okno.vault")
record VaultProperties(@NotNull Path keysetFile, @NotNull Path documentsDirectory) {}

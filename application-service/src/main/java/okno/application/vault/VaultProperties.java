package okno.application.vault;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.vault.*}.
 *
 * @param keysetFile Tink AEAD keyset (JSON) that everything is sealed with; first key seals, all keys open
 * @param documentsDirectory where contents of documents are kept, unless in S3
 * @param s3 the object store that keeps them instead; null: the directory
 */
@Validated
@ConfigurationProperties("okno.vault")
record VaultProperties(
        @NotNull Path keysetFile,
        @Nullable Path documentsDirectory,
        @Valid @Nullable S3 s3) {

    /**
     * An S3 service.
     *
     * @param accessKeyFile file with the access key on its first line and the secret key on its second
     */
    record S3(
            @NotNull URI endpoint,
            @DefaultValue("ru-central1") String region,
            @NotBlank String bucket,
            @NotNull Path accessKeyFile) {}

    @AssertTrue(message = "documents-directory or s3 must be set")
    boolean isPlaceNamed() {
        // An empty setting is the working directory, which nobody means.
        return s3 != null
                || (documentsDirectory != null && !documentsDirectory.toString().isEmpty());
    }
}

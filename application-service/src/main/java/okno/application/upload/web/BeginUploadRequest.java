package okno.application.upload.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The file that will come.
 *
 * @param size in bytes
 * @param sha256 of the whole file, 64 hexadecimal digits
 */
record BeginUploadRequest(
        @NotBlank @Size(max = 64) String kind,
        @NotNull @Size(max = 255) String fileName,
        @NotNull @Positive Long size,
        @Pattern(regexp = "[0-9a-fA-F]{64}") @Nullable String sha256) {}

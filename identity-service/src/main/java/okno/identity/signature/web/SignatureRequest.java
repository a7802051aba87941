package okno.identity.signature.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import okno.identity.signature.StartSignature;
import okno.identity.signature.domain.SignatureFormat;
import okno.identity.signature.domain.SignatureKind;
import okno.identity.signature.domain.SignatureLevel;
import org.jspecify.annotations.Nullable;

/**
 * What to sign.
 *
 * @param documentSha256 SHA-256 of the document's bytes, 64 lower-case hex digits
 * @param format of an advanced signature; null: CADES
 * @param level of an advanced signature; null: T
 */
record SignatureRequest(
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String documentSha256,
        @NotNull SignatureKind kind,
        @Nullable SignatureFormat format,
        @Nullable SignatureLevel level) {

    StartSignature.Command command() {
        return new StartSignature.Command(
                documentSha256,
                kind,
                format == null ? SignatureFormat.CADES : format,
                level == null ? SignatureLevel.T : level,
                null);
    }
}

package okno.identity.signature.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import okno.identity.signature.domain.SignatureKind;

/**
 * What to sign.
 *
 * @param documentSha256 SHA-256 of the document's bytes, 64 lower-case hex digits
 */
record SignatureRequest(
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String documentSha256,
        @NotNull SignatureKind kind) {}

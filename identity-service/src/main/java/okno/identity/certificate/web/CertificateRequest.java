package okno.identity.certificate.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import okno.identity.certificate.domain.CertificateKind;
import org.jspecify.annotations.Nullable;

/**
 * A certificate asked for or brought.
 *
 * @param keyPassword for PLATFORM: the password that the key will be used with, 8 to 64 characters; it cannot be recovered
 * @param certificate for OWN: Base64 of the DER, or of the PEM file
 */
record CertificateRequest(
        @NotNull CertificateKind kind,
        @Size(min = 8, max = 64) @Nullable String keyPassword,
        byte @Nullable [] certificate) {

    /** Never the password. */
    @Override
    public String toString() {
        return "CertificateRequest[" + kind + "]";
    }
}

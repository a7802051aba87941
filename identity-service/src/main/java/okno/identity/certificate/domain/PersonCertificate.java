package okno.identity.certificate.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that belongs to a person.
 *
 * @param fingerprint SHA-256 of the DER, 64 lower-case hex digits
 * @param serialNumber hex
 * @param challenge what the holder of a pending one must sign; null: nothing more is asked
 */
public record PersonCertificate(
        UUID id,
        UUID personId,
        CertificateKind kind,
        CertificateStatus status,
        String fingerprint,
        String serialNumber,
        byte[] der,
        @Nullable String challenge,
        Instant notBefore,
        Instant notAfter,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    /** How long a challenge can be answered. */
    public static final Duration CHALLENGE_LIFE = Duration.ofMinutes(15);

    public boolean usableAt(Instant now) {
        return status == CertificateStatus.ACTIVE && !now.isBefore(notBefore) && now.isBefore(notAfter);
    }

    /** The challenge, if it can still be answered. */
    public @Nullable String challengeAt(Instant now) {
        return status == CertificateStatus.PENDING && now.isBefore(createdAt.plus(CHALLENGE_LIFE)) ? challenge : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonCertificate that && id.equals(that.id) && status == that.status;
    }

    @Override
    public int hashCode() {
        return id.hashCode() + Arrays.hashCode(der);
    }

    /** Never the holder. */
    @Override
    public String toString() {
        return "PersonCertificate[" + id + ", " + kind + ", " + status + "]";
    }
}

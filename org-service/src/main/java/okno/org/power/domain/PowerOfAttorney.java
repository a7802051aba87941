package okno.org.power.domain;

import java.time.Instant;
import java.util.UUID;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * A power of attorney of one citizen for another. The representative is named in its document; an account is found by that
 * later, and finding it is no change that the principal could see: else the list would tell who has an account.
 *
 * @param representativeId null while nobody with an account is the person named
 * @param documentSha256 hash of the bytes that the principal signs, hexadecimal
 * @param signatureId the principal's signature over them; null before
 * @param version grows by one with every change that both sides see
 */
public record PowerOfAttorney(
        UUID id,
        String principalId,
        @Nullable String representativeId,
        PowerTerms terms,
        String documentSha256,
        PowerStatus status,
        @Nullable UUID signatureId,
        long version,
        Instant createdAt,
        Instant changedAt) {

    public static PowerOfAttorney written(
            UUID id, String principalId, PowerTerms terms, String documentSha256, Instant now) {
        return new PowerOfAttorney(
                id, principalId, null, terms, documentSha256, PowerStatus.PENDING_SIGNATURE, null, 1, now, now);
    }

    public PowerOfAttorney signed(UUID signature, Instant now) {
        return moved(PowerStatus.ACTIVE, signature, now);
    }

    /** By the principal, at any time (Civil Code art. 188, 2: a waiver of this right is void). */
    public PowerOfAttorney revoked(Instant now) {
        return moved(PowerStatus.REVOKED, signatureId, now);
    }

    /** By the representative. */
    public PowerOfAttorney refused(Instant now) {
        return moved(PowerStatus.REFUSED, signatureId, now);
    }

    public PowerOfAttorney expired(Instant now) {
        return moved(PowerStatus.EXPIRED, signatureId, now);
    }

    /** The same with the account of the person named; no change of version. */
    public PowerOfAttorney receivedBy(String personId) {
        return new PowerOfAttorney(
                id, principalId, personId, terms, documentSha256, status, signatureId, version, createdAt, changedAt);
    }

    /** Whether the representative may act by it at this moment. */
    public boolean inForce(Instant now) {
        return status == PowerStatus.ACTIVE && terms.covers(now);
    }

    private PowerOfAttorney moved(PowerStatus next, @Nullable UUID signature, Instant now) {
        if (!status.next().contains(next)) {
            throw new Problem(ProblemKind.CONFLICT, "poa_wrong_state").with("currentStatus", status.name());
        }
        return new PowerOfAttorney(
                id, principalId, representativeId, terms, documentSha256, next, signature, version + 1, createdAt, now);
    }
}

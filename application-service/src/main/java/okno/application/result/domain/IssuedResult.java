package okno.application.result.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.application.catalogue.domain.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A document that an application led to. It counts from the decision on; what was made before waits for it.
 *
 * @param id of its file, and the number that is printed in it for verification
 * @param code of the passport's result, or the kind that the agency gave its file
 * @param number null: the agency's file has a number of its own, which it did not say
 * @param sha256 of the file, hex
 * @param xml the same document as XML; null: there is none
 * @param automatic made by the decision itself
 * @param issuedAt from when it counts; null: the application is not decided yet
 * @param validUntil last day that it is good; null: without end
 * @param ending null: it has not ended
 */
public record IssuedResult(
        UUID id,
        Origin origin,
        String code,
        Texts title,
        @Nullable String number,
        String sha256,
        @Nullable Xml xml,
        boolean automatic,
        Instant madeAt,
        @Nullable Instant issuedAt,
        @Nullable LocalDate validUntil,
        @Nullable Ending ending) {

    /** Which application it belongs to, and whose that is; {@code owner} as {@code Owner.key} says it. */
    public record Origin(
            UUID applicationId,
            String applicationNumber,
            String owner,
            String personId,
            String service,
            String agency) {}

    /** Its other file. */
    public record Xml(UUID id, String sha256) {}

    /** When it ended, and why. */
    public record Ending(Instant at, Reason reason) {}

    /** Why a document ends. */
    public enum Reason {
        EXPIRED,
        REVOKED
    }

    /** Whether it counts. */
    public enum State {
        /** Made, but the application is not decided: it proves nothing. */
        PENDING,
        CURRENT,
        EXPIRED,
        REVOKED
    }

    /** A day that is over ends a document whether or not anybody has noted it. */
    public State state(LocalDate today) {
        if (issuedAt == null) {
            return State.PENDING;
        }
        if (ending != null) {
            return ending.reason() == Reason.REVOKED ? State.REVOKED : State.EXPIRED;
        }
        return validUntil != null && today.isAfter(validUntil) ? State.EXPIRED : State.CURRENT;
    }

    /** Whether a content of this hash is one of its files. */
    public boolean holds(String hash) {
        return hash.equals(sha256) || (xml != null && hash.equals(xml.sha256()));
    }
}

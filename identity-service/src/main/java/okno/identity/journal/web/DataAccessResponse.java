package okno.identity.journal.web;

import java.time.Instant;
import okno.identity.journal.JournalEntry;

/**
 * Somebody else's use of the caller's data.
 *
 * @param actor account, client or service that did it
 * @param purpose legal ground or purpose that was stated
 */
record DataAccessResponse(
        String id,
        Instant occurredAt,
        String actor,
        String actorKind,
        String service,
        String action,
        String objectType,
        String objectId,
        String purpose,
        String result) {

    static DataAccessResponse from(JournalEntry entry) {
        return new DataAccessResponse(
                Long.toString(entry.sequence()),
                entry.occurredAt(),
                entry.actorId(),
                entry.actorKind(),
                entry.source().substring(1),
                entry.action(),
                entry.objectType(),
                entry.objectId(),
                entry.basis(),
                entry.result());
    }
}

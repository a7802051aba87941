package okno.identity.journal.web;

import java.time.Instant;
import java.util.UUID;
import okno.identity.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else's use of the caller's data.
 *
 * <p>With the caller's own id as person, these are all fields of the entry's canonical form, so that the caller can hash it
 * and check its proof.
 *
 * @param id place in the list
 * @param entryId by which the proof is asked for at {@code /api/v1/audit/proofs/{entryId}}
 * @param actor account, client or service that did it
 * @param purpose legal ground or purpose that was stated
 * @param entryHash SHA-256 of the canonical form, hexadecimal
 */
record DataAccessResponse(
        String id,
        UUID entryId,
        Instant occurredAt,
        String actor,
        String actorKind,
        String service,
        String action,
        String objectType,
        String objectId,
        @Nullable UUID orgId,
        String purpose,
        String result,
        @Nullable String traceId,
        String entryHash) {

    static DataAccessResponse from(JournalEntry entry) {
        return new DataAccessResponse(
                Long.toString(entry.sequence()),
                entry.eventId(),
                entry.occurredAt(),
                entry.actorId(),
                entry.actorKind(),
                entry.source().substring(1),
                entry.action(),
                entry.objectType(),
                entry.objectId(),
                entry.orgId(),
                entry.basis(),
                entry.result(),
                entry.traceId(),
                entry.entryHash());
    }
}

package okno.identity.journal.web;

import java.time.Instant;
import java.util.UUID;
import okno.identity.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * Something the caller did.
 *
 * <p>With the caller's own id as actor, these are all fields of the entry's canonical form, so that the caller can hash it
 * and check its proof.
 *
 * @param id place in the list
 * @param entryId by which the proof is asked for at {@code /api/v1/audit/proofs/{entryId}}
 * @param personId whose data it concerned
 * @param entryHash SHA-256 of the canonical form, hexadecimal
 * @param orgId the company it was done for
 */
record DeedResponse(
        String id,
        UUID entryId,
        Instant occurredAt,
        String actorKind,
        String service,
        String action,
        String objectType,
        String objectId,
        @Nullable UUID orgId,
        @Nullable String personId,
        String basis,
        String result,
        @Nullable String traceId,
        String entryHash) {

    static DeedResponse from(JournalEntry entry) {
        return new DeedResponse(
                Long.toString(entry.sequence()),
                entry.eventId(),
                entry.occurredAt(),
                entry.actorKind(),
                entry.source().substring(1),
                entry.action(),
                entry.objectType(),
                entry.objectId(),
                entry.orgId(),
                entry.personId(),
                entry.basis(),
                entry.result(),
                entry.traceId(),
                entry.entryHash());
    }
}

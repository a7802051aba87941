package okno.identity.journal.web;

import java.time.Instant;
import java.util.UUID;
import okno.identity.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * Something the caller did.
 *
 * @param id place in the journal
 * @param orgId the company it was done for
 */
record DeedResponse(
        String id,
        Instant occurredAt,
        String service,
        String action,
        String objectType,
        String objectId,
        @Nullable UUID orgId,
        String basis,
        String result) {

    static DeedResponse from(JournalEntry entry) {
        return new DeedResponse(
                Long.toString(entry.sequence()),
                entry.occurredAt(),
                entry.source().substring(1),
                entry.action(),
                entry.objectType(),
                entry.objectId(),
                entry.orgId(),
                entry.basis(),
                entry.result());
    }
}

package okno.identity.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit journal.
 *
 * @param sequence its place in the journal
 * @param personId whose personal data it concerns
 */
public record JournalEntry(
        long sequence,
        Instant occurredAt,
        String source,
        String actorId,
        String actorKind,
        @Nullable UUID orgId,
        String action,
        String objectType,
        String objectId,
        @Nullable String personId,
        String basis,
        String result) {}

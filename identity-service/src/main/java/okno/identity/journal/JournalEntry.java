package okno.identity.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit journal.
 *
 * @param sequence what lists are paged by
 * @param leafIndex its place in the Merkle tree, from 0
 * @param eventId its id, by which its proof is asked for
 * @param personId whose personal data it concerns
 * @param entryHash SHA-256 of the canonical form, 64 hexadecimal digits: the content of the leaf
 */
public record JournalEntry(
        long sequence,
        long leafIndex,
        UUID eventId,
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
        String result,
        @Nullable String traceId,
        String entryHash) {}

package okno.identity.journal.web;

import java.time.Instant;
import java.util.UUID;
import okno.identity.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * One line of an export: every field of the canonical form.
 *
 * @param entryHash SHA-256 of the canonical form, hexadecimal
 */
record ExportedEntry(
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
        String entryHash) {

    static ExportedEntry from(JournalEntry entry) {
        return new ExportedEntry(
                entry.leafIndex(),
                entry.eventId(),
                entry.occurredAt(),
                entry.source(),
                entry.actorId(),
                entry.actorKind(),
                entry.orgId(),
                entry.action(),
                entry.objectType(),
                entry.objectId(),
                entry.personId(),
                entry.basis(),
                entry.result(),
                entry.traceId(),
                entry.entryHash());
    }
}

package okno.identity.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the journal reads of {@code okno.audit.recorded.v1}. */
public record AuditRecorded(
        String actorId,
        String actorKind,
        @Nullable UUID orgId,
        String action,
        String objectType,
        String objectId,
        @Nullable String personId,
        String basis,
        String result,
        @Nullable String traceId) {}

package okno.platform.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contract {@code contracts/events/audit-recorded.v1}: one audit entry on its way to the journal. */
record AuditRecordedV1(
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

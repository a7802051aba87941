package okno.keycloak.audit;

import org.jspecify.annotations.Nullable;

/** Contract {@code contracts/events/audit-recorded.v1}: ids only, no names, numbers or addresses of persons. */
record AuditRecorded(
        String actorId,
        String actorKind,
        @Nullable String orgId,
        String action,
        String objectType,
        String objectId,
        @Nullable String personId,
        String basis,
        String result,
        @Nullable String traceId) {

    static final String TOPIC = "okno.platform.audit.v1";
    static final String TYPE = "okno.audit.recorded.v1";

    static final String PERSON = "PERSON";
    static final String SERVICE = "SERVICE";
    static final String SYSTEM = "SYSTEM";
}

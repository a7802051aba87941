package okno.keycloak.audit;

/** Contract {@code contracts/events/session-ended.v1}: every service refuses the session's tokens from now on. */
record SessionEnded(String sessionId, String personId, String occurredAt) {

    static final String TOPIC = "okno.identity.session.v1";
    static final String TYPE = "okno.session.ended.v1";
}

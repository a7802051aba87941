package okno.webhook.endpoint.domain;

/** Where an endpoint is in its life. */
public enum EndpointState {
    /** Registered, or its address changed; it has not yet answered the challenge. */
    PENDING,
    /** Events are sent to it. */
    ACTIVE,
    /** Its owner asked to wait; events are kept for it. */
    PAUSED,
    /** We stopped sending; what was kept is kept, nothing new comes. */
    DISABLED
}

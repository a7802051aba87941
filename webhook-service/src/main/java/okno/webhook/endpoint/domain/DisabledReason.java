package okno.webhook.endpoint.domain;

/** Why we stopped sending to an endpoint. */
public enum DisabledReason {
    /** It answered 410 Gone. */
    GONE,
    /** Nothing but failures for days. */
    FAILING,
    /** It never answered its challenge. */
    CHALLENGE_FAILED
}

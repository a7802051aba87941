package okno.notification.channel;

/** What a provider did with a message. */
public sealed interface SendOutcome {

    /** Taken over; from here on it is the provider's. */
    record Accepted(String providerMessageId) implements SendOutcome {}

    /** Never to be accepted as it is. */
    record Refused(String reason) implements SendOutcome {}

    /** Not now: the provider is down, busy or did not say. */
    record Unavailable(String reason) implements SendOutcome {}
}

package okno.notification.channel;

/** What a provider did with a message. */
public sealed interface SendOutcome {

    /** Taken over; from here on it is the provider's. */
    record Accepted(String providerMessageId) implements SendOutcome {}

    /** Never to be accepted as it is. */
    record Refused(String reason) implements SendOutcome {}

    /** Surely not taken, and to be tried again here or elsewhere: unreachable, busy, or it said so. */
    record Unavailable(String reason) implements SendOutcome {}

    /** Nobody knows: the request may have arrived and its answer was lost. Another provider would risk a second message. */
    record Unknown(String reason) implements SendOutcome {}
}

package okno.notification.channel;

import org.jspecify.annotations.Nullable;

/**
 * A provider says how a message fared after it took it.
 *
 * @param provider null when it is not known which one took it: letters come back to one mailbox from anywhere
 * @param messageId our id of the message; null when the protocol does not carry it
 * @param providerMessageId the provider's id; null when our own is known
 * @param reason why it failed, as the provider says it; null otherwise
 */
public record ReceiptArrived(
        @Nullable String provider,
        @Nullable String messageId,
        @Nullable String providerMessageId,
        State state,
        @Nullable String reason) {

    /** How far it came. */
    public enum State {
        /** The provider passed it on. */
        SENT,
        /** It is in the person's hands. */
        DELIVERED,
        FAILED
    }
}

package okno.notification.delivery;

import java.time.Instant;

/** What an attempt comes to in the row of its delivery. */
public sealed interface Settlement {

    /** The delivery of the attempt. */
    PendingDelivery delivery();

    /** The provider has it. */
    record Accepted(PendingDelivery delivery, String providerMessageId, Instant at) implements Settlement {}

    record Failed(PendingDelivery delivery, String reason, Instant at) implements Settlement {}

    /** The person no longer wants it. */
    record Cancelled(PendingDelivery delivery, String reason, Instant at) implements Settlement {}

    /**
     * Again later.
     *
     * @param pinned only at the same provider, since it may have the message
     */
    record Again(PendingDelivery delivery, String reason, Instant next, boolean pinned) implements Settlement {}

    /**
     * The lease ended before it was handed over, as after a pause of the whole process: by now it is another's, who may
     * have settled it. Nothing is written.
     */
    record Lapsed(PendingDelivery delivery) implements Settlement {}

    /** It is quiet hours by now; nothing was attempted. */
    record PutOff(PendingDelivery delivery, Instant until) implements Settlement {}
}

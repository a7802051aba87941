package okno.webhook.delivery.domain;

/** Where a delivery stands. */
public enum DeliveryStatus {
    /** Waits for its next attempt. */
    PENDING,
    /** Claimed by a process that is sending it. */
    SENDING,
    /** Taken by the endpoint. */
    DELIVERED,
    /** Given up after the last attempt of the schedule; its owner may send it again. */
    EXHAUSTED
}

package okno.webhook.delivery.domain;

/** Where a delivery stands. */
public enum DeliveryStatus {
    /** Waits for its next attempt. */
    PENDING,
    /** Taken by the endpoint. */
    DELIVERED,
    /** Given up after the last attempt of the schedule; its owner may send it again. */
    EXHAUSTED,
    /** Left out by an ordered endpoint after three days, so that what is behind it could go on: a gap. */
    SKIPPED
}

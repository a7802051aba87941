package okno.webhook.delivery.domain;

import java.time.Instant;

/** What one attempt means for its delivery. */
public sealed interface Outcome {

    /** The endpoint took it. */
    record Delivered() implements Outcome {}

    /** Another attempt follows. */
    record WillRetry(Instant at) implements Outcome {}

    /** The schedule is over. */
    record GaveUp() implements Outcome {}
}

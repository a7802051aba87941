package okno.webhook.delivery.domain;

import java.time.Instant;

/** What one attempt means for its delivery. */
public sealed interface Outcome {

    /** The endpoint took it. */
    record Delivered() implements Outcome {}

    /** Another attempt follows. */
    record WillRetry(Instant at) implements Outcome {}

    /** It is not the message that failed but the endpoint: it goes out as soon as that works again. */
    record WaitsForEndpoint() implements Outcome {}

    /** The schedule is over. */
    record GaveUp() implements Outcome {}

    /** An ordered endpoint refused it for so long that what is behind it goes on without it. */
    record Skipped() implements Outcome {}
}

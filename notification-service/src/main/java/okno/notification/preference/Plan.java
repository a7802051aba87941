package okno.notification.preference;

import java.time.Instant;

/** When a person is told of something on a channel. */
public sealed interface Plan {

    /** They do not want it. */
    record Off() implements Plan {}

    /** At this time: now, or when their quiet hours end. */
    record At(Instant time) implements Plan {}

    /** With all that comes until this time. */
    record Digest(Instant due) implements Plan {}
}

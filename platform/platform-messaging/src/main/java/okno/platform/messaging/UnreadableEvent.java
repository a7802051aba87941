package okno.platform.messaging;

import org.jspecify.annotations.Nullable;

/** A record that no retry can make readable; it goes straight to the dead letters. */
public final class UnreadableEvent extends RuntimeException {

    UnreadableEvent(String what, @Nullable Throwable cause) {
        super("event cannot be read: " + what, cause);
    }
}

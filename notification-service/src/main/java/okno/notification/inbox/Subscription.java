package okno.notification.inbox;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One open stream: what is on its way to a client, bounded, so that a client that does not read costs little. */
public final class Subscription {

    private static final int WAITING = 256;

    private final String personId;
    private final BlockingQueue<InboxQueries.Item> waiting = new ArrayBlockingQueue<>(WAITING);
    private volatile long position;
    private volatile boolean open = true;

    Subscription(String personId, long position) {
        this.personId = personId;
        this.position = position;
    }

    public String personId() {
        return personId;
    }

    public boolean open() {
        return open;
    }

    long position() {
        return position;
    }

    /** Takes what is newer than the last; a client that fell too far behind is cut off and resumes by its last id. */
    void offer(InboxQueries.Item item) {
        if (!open || item.position() <= position) {
            return;
        }
        if (waiting.offer(item)) {
            position = item.position();
        } else {
            close();
        }
    }

    void close() {
        open = false;
    }

    /** The next item, or null after this long without one. */
    public InboxQueries.@Nullable Item next(Duration atMost) throws InterruptedException {
        return waiting.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}

package okno.webhook.delivery.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The next deliveries of one endpoint. In order, only the first of each subject may be sent; the others of that subject
 * wait behind it, and subjects do not wait for each other. Rows are offered in the order of the feed. Not thread-safe.
 */
public final class Window {

    private final boolean ordered;
    private final Deque<PendingDelivery> ready = new ArrayDeque<>();
    /** Of subjects that are ready or being sent, what is behind. */
    private final Map<UUID, Deque<PendingDelivery>> behind = new HashMap<>();
    /** Subjects of which the first failed and waits for its retry. */
    private final Set<UUID> blocked = new HashSet<>();

    private int size;

    public Window(boolean ordered) {
        this.ordered = ordered;
    }

    public boolean ordered() {
        return ordered;
    }

    public int size() {
        return size;
    }

    /** Adds a row that is due; false when it must wait for the retry of another of its subject, and be offered again. */
    public boolean offer(PendingDelivery delivery) {
        if (ordered) {
            boolean retry = delivery.step() > 0;
            if (!retry && blocked.contains(delivery.subject())) {
                return false;
            }
            Deque<PendingDelivery> others = behind.get(delivery.subject());
            if (others != null) {
                others.addLast(delivery);
                size++;
                return true;
            }
            behind.put(delivery.subject(), new ArrayDeque<>());
            if (retry) {
                blocked.add(delivery.subject());
            }
        }
        ready.addLast(delivery);
        size++;
        return true;
    }

    public @Nullable PendingDelivery peek() {
        return ready.peekFirst();
    }

    /** One of this subject is being sent that was taken from another window: the next waits for it. */
    public void occupy(UUID subject) {
        if (ordered) {
            behind.putIfAbsent(subject, new ArrayDeque<>());
        }
    }

    /** Takes the next row to be sent; call one of the other methods when it is known what came of it. */
    public PendingDelivery take() {
        size--;
        return ready.removeFirst();
    }

    /** The row is done with: the next of its subject may go. */
    public void done(PendingDelivery delivery) {
        if (ordered) {
            Deque<PendingDelivery> others = behind.getOrDefault(delivery.subject(), new ArrayDeque<>());
            if (others.isEmpty()) {
                behind.remove(delivery.subject());
            } else {
                ready.addLast(others.removeFirst());
            }
        }
    }

    /** It was not the row's fault: it goes to the end, so that the next probe is made with another. */
    public void putBack(PendingDelivery delivery) {
        ready.addLast(delivery);
        size++;
    }

    /** The row failed and waits for its retry; what is behind it is dropped, to be read again after that. */
    public List<PendingDelivery> block(PendingDelivery delivery) {
        if (!ordered) {
            return List.of();
        }
        blocked.add(delivery.subject());
        Deque<PendingDelivery> dropped = behind.remove(delivery.subject());
        if (dropped == null) {
            return List.of();
        }
        size -= dropped.size();
        return new ArrayList<>(dropped);
    }

    /** True when the subject waits, or waited, for a retry. */
    public boolean isBlocked(UUID subject) {
        return blocked.contains(subject);
    }

    /** The retry is done with; rows of the subject may be offered again, from the first. */
    public void unblock(UUID subject) {
        blocked.remove(subject);
    }
}

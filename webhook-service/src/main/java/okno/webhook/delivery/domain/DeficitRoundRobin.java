package okno.webhook.delivery.domain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Turns of those who have something to send (Shreedhar and Varghese, 1995): each round adds a quantum of bytes to what one
 * may send, so that neither many messages nor large ones buy more than an equal share. Not thread-safe.
 *
 * @param <T> who takes turns
 */
public final class DeficitRoundRobin<T> {

    private final int quantum;
    private final Deque<Turn<T>> ring = new ArrayDeque<>();

    public DeficitRoundRobin(int quantum) {
        this.quantum = quantum;
    }

    /** A place in the ring; belongs to one participant for ever. */
    public static final class Turn<T> {

        private final T who;
        private int deficit;
        private boolean waiting;

        public Turn(T who) {
            this.who = who;
        }
    }

    /** Joins at the end, unless there already. */
    public void join(Turn<T> turn) {
        if (!turn.waiting) {
            turn.waiting = true;
            ring.addLast(turn);
        }
    }

    /**
     * Whose turn it is; null when nobody can send. Who has nothing that may be sent now leaves the ring, and loses what
     * was saved up.
     *
     * @param cost size in bytes of the next message; 0 when there is none that may be sent
     */
    public @Nullable T next(ToIntFunction<T> cost) {
        while (!ring.isEmpty()) {
            Turn<T> turn = ring.getFirst();
            int bytes = cost.applyAsInt(turn.who);
            if (bytes <= 0) {
                ring.removeFirst();
                turn.waiting = false;
                turn.deficit = 0;
            } else if (bytes <= turn.deficit) {
                turn.deficit -= bytes;
                return turn.who;
            } else {
                turn.deficit += quantum;
                ring.addLast(ring.removeFirst());
            }
        }
        return null;
    }
}

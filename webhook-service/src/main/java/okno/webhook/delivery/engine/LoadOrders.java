package okno.webhook.delivery.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import okno.webhook.delivery.persistence.PendingDeliveries.Wish;

/** Lines that need rows or keys. One load is under way at a time, for many lines; the others wait for the next. */
final class LoadOrders {

    private static final int LINES_PER_LOAD = 64;

    private final int windowSize;
    private final Set<Line> hungry = new LinkedHashSet<>();
    private Map<UUID, Integer> limits = Map.of();

    LoadOrders(int windowSize) {
        this.windowSize = windowSize;
    }

    /** Remembers the line when it has room for more, or rows and nothing to sign them with. */
    void look(Line line) {
        boolean wantsRows = line.mayHaveMore && line.window().size() <= windowSize / 2;
        boolean wantsKeys = !line.hasKeys() && line.window().size() > 0;
        if (!line.loading && (wantsRows || wantsKeys)) {
            hungry.add(line);
        }
    }

    void forget(Predicate<Line> gone) {
        hungry.removeIf(gone);
    }

    /** What to read next; nothing while a load is under way. Lines that may not be sent to now are dropped. */
    List<Wish> next(Predicate<Line> maySend) {
        List<Wish> wishes = new ArrayList<>();
        if (!limits.isEmpty() || hungry.isEmpty()) {
            return wishes;
        }
        Map<UUID, Integer> asked = new HashMap<>();
        var candidates = hungry.iterator();
        while (candidates.hasNext() && wishes.size() < LINES_PER_LOAD) {
            Line line = candidates.next();
            candidates.remove();
            if (maySend.test(line)) {
                Wish wish = line.wish(windowSize);
                wishes.add(wish);
                asked.put(line.id, wish.limit());
            }
        }
        limits = asked;
        return wishes;
    }

    /** The load is over; how many rows were asked for, by endpoint. */
    Map<UUID, Integer> answered() {
        Map<UUID, Integer> asked = limits;
        limits = Map.of();
        return asked;
    }
}

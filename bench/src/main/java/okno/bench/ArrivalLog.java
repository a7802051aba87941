package okno.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;

/** When each event should have set out and when its message came, by application and the clock of this process. */
final class ArrivalLog {

    private final Map<String, Long> departed = new ConcurrentHashMap<>();
    private final Map<String, Arrival> arrived = new ConcurrentHashMap<>();

    private record Arrival(String path, long at) {}

    void departs(String id, long at) {
        departed.put(id, at);
    }

    void arrives(SinkRequest message) {
        arrived.putIfAbsent(message.field("applicationId"), new Arrival(message.path(), System.nanoTime()));
    }

    /** Distinct messages that came to such paths. */
    long count(Predicate<String> path) {
        return arrived.values().stream().filter(one -> path.test(one.path())).count();
    }

    /** Nanoseconds under way, of those that came to such paths. */
    Histogram latencies(Predicate<String> path) {
        var histogram = new Histogram(3);
        arrived.forEach((id, one) -> {
            Long at = departed.get(id);
            if (at != null && path.test(one.path())) {
                histogram.recordValue(Math.max(0, one.at() - at));
            }
        });
        return histogram;
    }

    void clear() {
        departed.clear();
        arrived.clear();
    }
}

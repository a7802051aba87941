package okno.webhook.delivery.engine;

import java.util.Map;
import java.util.Set;
import okno.webhook.delivery.persistence.ShardLeases;
import org.jspecify.annotations.Nullable;

/** The shards of this process, and how many attempts of each are begun and not yet recorded. Not thread-safe. */
final class OwnedShards {

    private final int[] open = new int[ShardLeases.SHARDS];
    private Map<Short, Long> epochs = Map.of();
    private Set<Short> leaving = Set.of();
    private long sendUntil;

    /**
     * What is owned from now on.
     *
     * @param owned epochs by shard
     * @param givenAway those of them that are to be left: nothing new is sent, what is under way is recorded
     * @param until when the lease ends, by {@code System.nanoTime()}: a process that slept longer must not send
     */
    void own(Map<Short, Long> owned, Set<Short> givenAway, long until) {
        epochs = Map.copyOf(owned);
        leaving = Set.copyOf(givenAway);
        sendUntil = until;
    }

    /** The epoch in which the shard is ours; null when it is not. */
    @Nullable
    Long epoch(short shard) {
        return epochs.get(shard);
    }

    boolean has(Line line) {
        return Long.valueOf(line.epoch).equals(epochs.get(line.shard));
    }

    boolean leaseHolds(long nanos) {
        return nanos - sendUntil <= 0;
    }

    boolean isLeaving(short shard) {
        return leaving.contains(shard);
    }

    void opened(Line line) {
        open[line.shard]++;
    }

    void closed(Line line) {
        open[line.shard]--;
    }

    /** True when nothing of the shard is under way, or not yet recorded. */
    boolean isQuiet(short shard) {
        return open[shard] == 0;
    }
}

package okno.application.dictionary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import okno.application.dictionary.domain.Dictionary;
import okno.application.dictionary.persistence.DictionaryCopies;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Keeps a copy of every dictionary that was asked for, in memory and in the database. A copy is looked at again once a minute;
 * while registry-service does not answer, the last one counts: a classifier changes a few times a year.
 */
@Component
@EnableConfigurationProperties(DictionaryProperties.class)
public class Dictionaries {

    private static final Logger LOG = LoggerFactory.getLogger(Dictionaries.class);

    private final DictionaryClient client;
    private final DictionaryCopies copies;
    private final DictionaryProperties properties;
    private final Clock clock;
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();

    Dictionaries(DictionaryClient client, DictionaryCopies copies, DictionaryProperties properties, Clock clock) {
        this.client = client;
        this.copies = copies;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A dictionary; empty when there is none of this code. May ask registry-service, so it is called outside any
     * transaction.
     *
     * @throws Problem {@code dependency_unavailable} when registry-service does not answer and there is no copy
     */
    public Optional<Dictionary> find(String code) {
        Shelf shelf = shelves.computeIfAbsent(code, key -> new Shelf());
        Kept kept = shelf.kept;
        if (kept != null && clock.instant().isBefore(kept.until)) {
            return answer(kept);
        }
        if (kept == null) {
            shelf.lock.lock();
        } else if (!shelf.lock.tryLock()) {
            // Somebody asks already; nobody waits for it who has a copy.
            return answer(kept);
        }
        try {
            Kept now = shelf.kept;
            if (now == null || !clock.instant().isBefore(now.until)) {
                now = ask(code, now == null ? null : now.copy);
                shelf.kept = now;
            }
            return answer(now);
        } finally {
            shelf.lock.unlock();
        }
    }

    /** The copy that is here; what is missing or old is fetched meanwhile, and nobody waits for it. */
    public Optional<Dictionary> peek(String code) {
        Shelf shelf = shelves.computeIfAbsent(code, key -> new Shelf());
        Kept kept = shelf.kept;
        if ((kept == null || !clock.instant().isBefore(kept.until)) && !shelf.lock.isLocked()) {
            Thread.startVirtualThread(() -> fetch(code));
        }
        return kept == null ? Optional.empty() : Optional.ofNullable(kept.copy);
    }

    private void fetch(String code) {
        try {
            find(code);
        } catch (Problem unavailable) {
            LOG.debug("Nothing to show of dictionary {} yet", code);
        }
    }

    private Kept ask(String code, @Nullable Dictionary known) {
        try {
            // Forms were judged by it: a dictionary that was there once goes on to count.
            Dictionary newest = client.newest(code, known).orElse(known);
            if (newest != null && newest != known) {
                copies.save(code, newest, clock.instant());
            }
            // What does not exist may be there in a moment, and somebody waits for it.
            return new Kept(newest, false, after(newest == null ? Duration.ZERO : properties.fresh()));
        } catch (Problem | RestClientException failed) {
            LOG.warn(
                    "registry-service gave no dictionary {}: {}",
                    code,
                    failed.getClass().getSimpleName());
            Dictionary last = known == null ? copies.find(code).orElse(null) : known;
            return new Kept(last, last == null, after(properties.pause()));
        }
    }

    private Instant after(Duration time) {
        return clock.instant().plus(time);
    }

    private static Optional<Dictionary> answer(Kept kept) {
        if (kept.failed) {
            throw new Problem(ProblemKind.UNAVAILABLE, "dependency_unavailable");
        }
        return Optional.ofNullable(kept.copy);
    }

    /** {@code failed}: nobody answered, and nothing was known before. */
    private record Kept(@Nullable Dictionary copy, boolean failed, Instant until) {}

    private static final class Shelf {

        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable Kept kept;
    }
}

package okno.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of an issuer, kept fresh. Keys are fetched when first needed, so nothing has to be up before us; they
 * are renewed ahead of their age by whoever passes by, and an issuer that is down does not take known keys away.
 *
 * <p>{@link #generation()} changes whenever a published key disappears or changes: what was verified under an earlier
 * generation must be verified again.
 */
final class RemoteKeys implements JWKSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteKeys.class);
    private static final Duration ATTEMPT_INTERVAL = Duration.ofSeconds(1);

    private final URI uri;
    private final Duration maxAge;
    private final Duration refetchInterval;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Keys keys;
    private volatile long attemptedAt = System.nanoTime() - Duration.ofHours(1).toNanos();

    RemoteKeys(URI uri, Duration maxAge, Duration refetchInterval) {
        this.uri = uri;
        this.maxAge = maxAge;
        this.refetchInterval = refetchInterval;
    }

    private record Keys(JWKSet set, long generation, long fetchedAt) {}

    /** The keys that fit the header; a header that names no key fits none. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        Set<String> named = selector.getMatcher().getKeyIDs();
        return named == null
                ? List.of()
                : selector.select(knowing(named.iterator().next()));
    }

    /** The key of this id, or null. */
    @Nullable
    JWK byId(String kid) throws KeySourceException {
        return knowing(kid).getKeyByKeyId(kid);
    }

    /** Number of the current key set; renews the keys when their time has come. */
    long generation() {
        Keys current = fresh();
        return current == null ? 0 : current.generation();
    }

    /** The published keys, fetched anew when this one is not among them: it may have just been added. */
    private JWKSet knowing(String kid) throws KeySourceException {
        JWKSet set = required(fresh());
        if (set.getKeyByKeyId(kid) == null) {
            fetchUnlessDone(keys, refetchInterval);
            set = required(keys);
        }
        return set;
    }

    private JWKSet required(@Nullable Keys current) throws KeySourceException {
        if (current == null) {
            throw new RemoteKeySourceException("no keys of " + uri + " yet", null);
        }
        return current.set();
    }

    private @Nullable Keys fresh() {
        Keys current = keys;
        if (current == null || age(current) > maxAge.toNanos()) {
            fetchUnlessDone(current, ATTEMPT_INTERVAL);
        } else if (age(current) > maxAge.toNanos() / 5 * 4 && sinceAttempt() > maxAge.toNanos() / 10) {
            attemptedAt = System.nanoTime();
            Thread.ofVirtual().name("keys-refresh").start(() -> fetch(current));
        }
        return keys;
    }

    /** Fetches once however many ask; callers that still have keys do not wait for each other. */
    private void fetchUnlessDone(@Nullable Keys seen, Duration interval) {
        if (seen == null) {
            fetching.lock();
        } else if (!fetching.tryLock()) {
            return;
        }
        try {
            if (keys == seen && sinceAttempt() >= interval.toNanos()) {
                attemptedAt = System.nanoTime();
                fetch(seen);
            }
        } finally {
            fetching.unlock();
        }
    }

    private void fetch(@Nullable Keys previous) {
        try {
            var request = HttpRequest.newBuilder(uri)
                    .timeout(Duration.ofSeconds(3))
                    .header("Accept", "application/json")
                    .build();
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            JWKSet set = JWKSet.parse(response.body()).toPublicJWKSet();
            keys = new Keys(set, generationAfter(previous, set), System.nanoTime());
        } catch (IOException | ParseException e) {
            LOG.warn(
                    "Keys of {} cannot be fetched, {}: {}",
                    uri,
                    previous == null ? "none known" : "old ones stay",
                    e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long generationAfter(@Nullable Keys previous, JWKSet set) {
        if (previous == null) {
            return 1;
        }
        boolean onlyAdded = set.getKeys().containsAll(previous.set().getKeys());
        return onlyAdded ? previous.generation() : previous.generation() + 1;
    }

    private static long age(Keys current) {
        return System.nanoTime() - current.fetchedAt();
    }

    private long sinceAttempt() {
        return System.nanoTime() - attemptedAt;
    }
}

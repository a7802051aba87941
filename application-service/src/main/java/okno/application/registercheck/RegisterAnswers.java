package okno.application.registercheck;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.util.Map;
import java.util.Optional;
import okno.application.catalogue.domain.Passport;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * What registers said of records, and for a short while what they have said: somebody who fills a form in asks for its
 * faults after every field, and a register that is slow should make them wait once.
 */
@Component
class RegisterAnswers {

    private final RegisterClient registry;
    private final Cache<Key, Answer> kept;

    RegisterAnswers(RegisterClient registry, RegisterCheckProperties properties) {
        this.registry = registry;
        this.kept = Caffeine.newBuilder()
                .maximumSize(properties.keepMost())
                .expireAfter(Expiry.<Key, Answer>writing((key, answer) -> switch (answer) {
                    case Said said -> properties.keep();
                    case Silent silent -> properties.keepSilence();
                }))
                .build();
    }

    private record Key(String register, String key) {}

    private sealed interface Answer {}

    private record Said(Optional<Map<String, Object>> record) implements Answer {}

    private record Silent() implements Answer {}

    /**
     * What the register says now.
     *
     * @throws Problem {@code dependency_unavailable}
     * @throws RestClientException when the answer is none that could be read
     */
    Optional<Map<String, Object>> now(Passport.RegisterCheck check, String key) {
        Key asked = new Key(check.register(), key);
        try {
            Optional<Map<String, Object>> record = registry.find(check, key);
            kept.put(asked, new Said(record));
            return record;
        } catch (Problem | RestClientException away) {
            kept.put(asked, new Silent());
            throw away;
        }
    }

    /**
     * What it said a moment ago, or else says now. That it said nothing is remembered, too, for less time.
     *
     * @throws Problem as {@link #now}
     */
    Optional<Map<String, Object>> recent(Passport.RegisterCheck check, String key) {
        return switch (kept.getIfPresent(new Key(check.register(), key))) {
            case Said said -> said.record;
            case Silent silent -> throw new Problem(ProblemKind.UNAVAILABLE, "dependency_unavailable");
            case null -> now(check, key);
        };
    }
}

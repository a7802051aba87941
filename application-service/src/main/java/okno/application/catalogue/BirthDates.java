package okno.application.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import okno.platform.core.Problem;
import okno.platform.security.ServiceClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * When people were born, as identity-service knows it, and nothing else of them. Asked while somebody looks through the
 * catalogue, so it is kept for ten minutes: each look at a person is in their journal, and a list waits for nobody twice.
 */
@Component
class BirthDates {

    private static final Logger LOG = LoggerFactory.getLogger(BirthDates.class);
    private static final ParameterizedTypeReference<Map<String, Object>> PERSON = new ParameterizedTypeReference<>() {};
    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final Duration KEEP = Duration.ofMinutes(10);
    private static final Duration KEEP_SILENCE = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final RestClient identity;
    private final Cache<String, Answer> kept = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.<String, Answer>writing((id, answer) -> answer.given ? KEEP : KEEP_SILENCE))
            .build();

    BirthDates(ServiceClients services) {
        this.identity = services.to("identity", ANSWER);
    }

    private record Answer(Optional<LocalDate> born, boolean given) {}

    /** Empty when identity-service does not know it, or does not answer. */
    Optional<LocalDate> of(String personId) {
        Answer known = kept.getIfPresent(personId);
        if (known == null) {
            known = ask(personId);
            kept.put(personId, known);
        }
        return known.born;
    }

    /** What was said a moment ago; nobody is asked. */
    Optional<LocalDate> known(String personId) {
        Answer known = kept.getIfPresent(personId);
        return known == null ? Optional.empty() : known.born;
    }

    private Answer ask(String personId) {
        try {
            Map<String, Object> person = identity.get()
                    .uri("/internal/persons/{id}", personId)
                    .header("Okno-Purpose", "service-eligibility")
                    .retrieve()
                    .body(PERSON);
            return new Answer(
                    person != null && person.get("birthDate") instanceof String born
                            ? Optional.of(LocalDate.parse(born))
                            : Optional.empty(),
                    true);
        } catch (Problem | RestClientException away) {
            LOG.warn("No age from identity-service: {}", away.getClass().getSimpleName());
            return new Answer(Optional.empty(), false);
        }
    }
}

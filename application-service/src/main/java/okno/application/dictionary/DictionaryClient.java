package okno.application.dictionary;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okno.application.dictionary.domain.Dictionary;
import okno.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Asks registry-service for dictionaries. */
@Component
class DictionaryClient {

    private final RestClient registry;

    DictionaryClient(ServiceClients services) {
        this.registry = services.to("registry");
    }

    /**
     * The newest version: {@code known} itself when there is none newer, empty when there is no such dictionary.
     *
     * @throws okno.platform.core.Problem {@code dependency_unavailable}
     */
    Optional<Dictionary> newest(String code, @Nullable Dictionary known) {
        try {
            ResponseEntity<Answer> answer = registry.get()
                    .uri("/internal/dictionaries/{code}", code)
                    .headers(headers -> {
                        if (known != null) {
                            headers.set(HttpHeaders.IF_NONE_MATCH, "\"" + known.version() + "\"");
                        }
                    })
                    .retrieve()
                    .toEntity(Answer.class);
            return answer.getStatusCode().isSameCodeAs(HttpStatus.NOT_MODIFIED)
                    ? Optional.ofNullable(known)
                    : Optional.of(Objects.requireNonNull(answer.getBody()).toDictionary());
        } catch (HttpClientErrorException.NotFound e) {
            return Optional.empty();
        }
    }

    record Answer(int version, boolean complete, List<Item> items) {

        Dictionary toDictionary() {
            return new Dictionary(
                    version, complete, items.stream().map(Item::toEntry).toList());
        }
    }

    record Item(
            String code,
            Name name,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        Dictionary.Entry toEntry() {
            return new Dictionary.Entry(code, name.ru, name.en, validFrom, validTo);
        }
    }

    record Name(String ru, String en) {}
}

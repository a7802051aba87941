package okno.org.power;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okno.org.power.domain.NamedPerson;
import okno.platform.core.Problem;
import okno.platform.core.number.Snils;
import okno.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Asks identity-service who a principal is, and which account is the representative's. It audits both under our purpose. */
@Component
class PersonClient {

    private static final String PURPOSE = "Okno-Purpose";
    private static final String OURS = "power-of-attorney";

    private final RestClient identity;

    PersonClient(ServiceClients clients) {
        this.identity = clients.to("identity");
    }

    /** Who gives a power of attorney. */
    record Principal(NamedPerson person, LocalDate birthDate) {}

    private record Person(
            String lastName, String firstName, @Nullable String middleName, LocalDate birthDate, String snils) {}

    private record Match(String id, boolean adult) {}

    Principal principal(String personId) {
        try {
            Person person = identity.get()
                    .uri("/internal/persons/{id}", personId)
                    .header(PURPOSE, OURS)
                    .retrieve()
                    .requiredBody(Person.class);
            return new Principal(
                    new NamedPerson(person.lastName, person.firstName, person.middleName, new Snils(person.snils)),
                    person.birthDate);
        } catch (HttpClientErrorException.NotFound e) {
            throw Problem.notFound();
        }
    }

    /** The account of exactly this person; a minor is nobody's representative (Civil Code art. 21, 182). */
    Optional<String> account(NamedPerson named) {
        Map<String, String> asked = new TreeMap<>();
        asked.put("snils", named.snils().value());
        asked.put("lastName", named.lastName());
        asked.put("firstName", named.firstName());
        if (named.middleName() != null) {
            asked.put("middleName", named.middleName());
        }
        try {
            Match match = identity.post()
                    .uri("/internal/persons/matches")
                    .header(PURPOSE, OURS)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(asked)
                    .retrieve()
                    .requiredBody(Match.class);
            return Optional.of(match).filter(Match::adult).map(Match::id);
        } catch (HttpClientErrorException.NotFound e) {
            return Optional.empty();
        }
    }
}

package okno.identity.assurance;

import java.time.LocalDate;
import java.util.List;
import okno.identity.person.domain.Passport;
import okno.identity.person.domain.Person;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks registry-service whether the registers know a person by these data. */
@Component
class RegistryClient {

    private final RestClient registry;

    RegistryClient(ServiceClients clients) {
        this.registry = clients.to("registry");
    }

    private record Question(
            String snils,
            String lastName,
            String firstName,
            @Nullable String middleName,
            LocalDate birthDate,
            String passportSeries,
            String passportNumber,
            LocalDate passportIssueDate,
            String purpose) {}

    private record Answer(@Nullable List<String> reasons) {}

    /**
     * What does not hold, by code; empty: all of it holds.
     *
     * @throws Problem {@code dependency_unavailable} when a register does not answer: that proves nothing either way
     */
    List<FieldFault> disagreements(Person person, Passport passport) {
        var question = new Question(
                person.snils().value(),
                person.name().last(),
                person.name().first(),
                person.name().middle(),
                person.birthDate(),
                passport.series(),
                passport.number(),
                passport.issueDate(),
                "identity.assurance");
        Answer answer = registry.post()
                .uri("/internal/checks/person")
                .body(question)
                .retrieve()
                .onStatus(HttpStatusCode::isError, (request, response) -> {
                    throw unavailable();
                })
                .body(Answer.class);
        if (answer == null || answer.reasons() == null) {
            throw unavailable();
        }
        return answer.reasons().stream()
                .map(reason -> FieldFault.at(reason.startsWith("passport_") ? "/passport" : "", reason))
                .toList();
    }

    private static Problem unavailable() {
        return new Problem(ProblemKind.UNAVAILABLE, "dependency_unavailable");
    }
}

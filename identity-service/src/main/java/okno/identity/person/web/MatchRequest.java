package okno.identity.person.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import okno.identity.person.domain.PersonName;
import okno.platform.core.Problem;
import okno.platform.core.number.InvalidNumber;
import okno.platform.core.number.Snils;
import org.jspecify.annotations.Nullable;

/** Whom a document names. */
record MatchRequest(
        @NotBlank @Size(max = 100) String lastName,
        @NotBlank @Size(max = 100) String firstName,
        @Size(max = 100) @Nullable String middleName,
        @NotBlank @Size(max = 20) String snils) {

    PersonName name() {
        return new PersonName(lastName, firstName, middleName);
    }

    Snils number() {
        try {
            return Snils.parse(snils);
        } catch (InvalidNumber e) {
            throw Problem.invalid(List.of(e.at("/snils")));
        }
    }

    /** Nothing of the person: it might be logged. */
    @Override
    public String toString() {
        return "MatchRequest";
    }
}

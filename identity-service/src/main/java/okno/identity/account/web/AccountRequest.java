package okno.identity.account.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import okno.identity.account.domain.Registrant;
import okno.identity.person.domain.PersonName;
import okno.platform.core.Problem;
import okno.platform.core.number.InvalidNumber;
import okno.platform.core.number.Snils;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of themselves.
 *
 * @param snils with or without dashes; the check number is checked
 * @param phone a mobile, {@code +79} and nine digits: it gets a code
 */
record AccountRequest(
        @NotNull @Size(max = 100) @Pattern(regexp = NAME) String lastName,
        @NotNull @Size(max = 100) @Pattern(regexp = NAME) String firstName,
        @Nullable @Size(max = 100) @Pattern(regexp = NAME) String middleName,
        @NotNull @Past LocalDate birthDate,
        @NotNull @Size(max = 14) String snils,
        @NotNull @Pattern(regexp = "\\+79\\d{9}") String phone,
        @NotNull @Size(min = 3, max = 254) @Email String email) {

    /** Letters of any script; names of one letter exist. */
    private static final String NAME = "\\p{L}[\\p{L}\\p{M} .'’-]*";

    Registrant toRegistrant(String language) {
        try {
            return new Registrant(
                    new PersonName(lastName.strip(), firstName.strip(), middleName == null ? null : middleName.strip()),
                    birthDate,
                    Snils.parse(snils),
                    phone,
                    email.toLowerCase(Locale.ROOT),
                    language);
        } catch (InvalidNumber invalid) {
            throw Problem.invalid(List.of(invalid.at("/snils")));
        }
    }

    /** Never what was typed. */
    @Override
    public String toString() {
        return "AccountRequest";
    }
}

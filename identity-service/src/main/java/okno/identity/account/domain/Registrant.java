package okno.identity.account.domain;

import java.time.LocalDate;
import java.util.UUID;
import okno.identity.person.domain.Contacts;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.identity.person.domain.PersonName;
import okno.platform.core.number.Snils;

/** What somebody says of themselves when they register; nothing of it is proved yet. */
public record Registrant(
        PersonName name, LocalDate birthDate, Snils snils, String phone, String email, String language) {

    /** The person of the account: known by their own words, reachable by phone and e-mail. */
    public Person toPerson(UUID accountId) {
        return new Person(
                new PersonId(accountId),
                1,
                Ial.SIMPLIFIED,
                name,
                birthDate,
                snils,
                null,
                new Contacts(phone, true, email, null),
                null,
                language);
    }

    /** Never what was typed. */
    @Override
    public String toString() {
        return "Registrant";
    }
}

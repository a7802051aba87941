package okno.identity.person.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Snils;
import org.jspecify.annotations.Nullable;

/**
 * A person as identity-service knows them.
 *
 * @param version grows by one with every change
 * @param language ru or en
 */
public record Person(
        PersonId id,
        long version,
        Ial ial,
        PersonName name,
        LocalDate birthDate,
        Snils snils,
        @Nullable Inn inn,
        Contacts contacts,
        @Nullable Passport passport,
        String language) {

    /** The person after the edit; the same object when nothing differs. */
    public Person edited(ProfileEdit edit) {
        Contacts changed = contacts;
        if (edit.phone() instanceof Change.To<String>(var phone) && phone != null) {
            changed = changed.withPhone(phone);
        }
        if (edit.email() instanceof Change.To<String>(var email)) {
            changed = changed.withEmail(email);
        }
        if (edit.address() instanceof Change.To<String>(var address)) {
            changed = changed.withAddress(address);
        }
        String spoken = edit.language() instanceof Change.To<String>(var wanted) && wanted != null ? wanted : language;
        if (changed.equals(contacts) && spoken.equals(language)) {
            return this;
        }
        return new Person(id, version + 1, ial, name, birthDate, snils, inn, changed, passport, spoken);
    }

    /** The person with a phone that they have proved to hold. */
    public Person reachedByPhone(String phone) {
        return with(new Contacts(phone, true, contacts.email(), contacts.address()));
    }

    /** The person with an e-mail that they have proved to hold. */
    public Person reachedByEmail(String email) {
        return with(contacts.withEmail(email));
    }

    private Person with(Contacts changed) {
        return new Person(id, version + 1, ial, name, birthDate, snils, inn, changed, passport, language);
    }

    /** The person after choosing a language; the same object when it is theirs already. */
    public Person speaking(String wanted) {
        var none = new Change.None<String>();
        return edited(new ProfileEdit(none, none, none, new Change.To<>(wanted)));
    }

    /** The person under the name that is right. */
    public Person corrected(PersonName right) {
        return right.equals(name) ? this : corrected(right, birthDate, inn);
    }

    public Person corrected(LocalDate rightBirthDate) {
        return rightBirthDate.equals(birthDate) ? this : corrected(name, rightBirthDate, inn);
    }

    public Person corrected(Inn rightInn) {
        return rightInn.equals(inn) ? this : corrected(name, birthDate, rightInn);
    }

    private Person corrected(PersonName rightName, LocalDate rightBirthDate, @Nullable Inn rightInn) {
        return new Person(
                id, version + 1, ial, rightName, rightBirthDate, snils, rightInn, contacts, passport, language);
    }

    /** Names of the fields in which this person differs from an earlier version. */
    public List<String> fieldsChangedSince(Person earlier) {
        List<String> fields = new ArrayList<>();
        if (!name.equals(earlier.name)) {
            fields.add("name");
        }
        if (!birthDate.equals(earlier.birthDate)) {
            fields.add("birthDate");
        }
        if (!Objects.equals(inn, earlier.inn)) {
            fields.add("inn");
        }
        if (!contacts.phone().equals(earlier.contacts.phone())) {
            fields.add("phone");
        }
        if (!Objects.equals(contacts.email(), earlier.contacts.email())) {
            fields.add("email");
        }
        if (!Objects.equals(contacts.address(), earlier.contacts.address())) {
            fields.add("address");
        }
        if (!language.equals(earlier.language)) {
            fields.add("language");
        }
        return fields;
    }
}

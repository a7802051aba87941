package okno.identity.consent.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import okno.identity.consent.ReadByConsent;
import okno.identity.consent.domain.Consent;
import okno.identity.consent.domain.ConsentField;
import okno.identity.person.domain.Passport;
import okno.identity.person.domain.Person;
import org.jspecify.annotations.Nullable;

/**
 * A person as far as their consents allow: a field that is not allowed is not there, nor is one that is not known.
 *
 * @param consents what the read relies on; it is in the person's journal under these ids
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PartnerPersonResponse(
        UUID subject,
        List<UUID> consents,
        @Nullable String lastName,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable LocalDate birthDate,
        @Nullable String snils,
        @Nullable String inn,
        @Nullable Passport passport,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String ial) {

    static PartnerPersonResponse from(ReadByConsent.Allowed allowed) {
        Person person = allowed.person();
        return new PartnerPersonResponse(
                person.id().value(),
                allowed.by().stream().map(Consent::id).toList(),
                shown(allowed, ConsentField.NAME, person.name().last()),
                shown(allowed, ConsentField.NAME, person.name().first()),
                shown(allowed, ConsentField.NAME, person.name().middle()),
                shown(allowed, ConsentField.BIRTH_DATE, person.birthDate()),
                shown(allowed, ConsentField.SNILS, person.snils().value()),
                shown(
                        allowed,
                        ConsentField.INN,
                        person.inn() == null ? null : person.inn().value()),
                shown(allowed, ConsentField.PASSPORT, person.passport()),
                shown(allowed, ConsentField.PHONE, person.contacts().phone()),
                shown(allowed, ConsentField.EMAIL, person.contacts().email()),
                shown(allowed, ConsentField.ADDRESS, person.contacts().address()),
                shown(allowed, ConsentField.IAL, person.ial().word()));
    }

    private static <T> @Nullable T shown(ReadByConsent.Allowed allowed, ConsentField field, @Nullable T value) {
        return allowed.fields().contains(field) ? value : null;
    }
}

package okno.identity.person.web;

import java.time.LocalDate;
import okno.identity.person.domain.Passport;
import org.jspecify.annotations.Nullable;

/**
 * A person's own profile.
 *
 * @param ial how well the person is known: simplified, standard, confirmed
 * @param phoneConfirmed false after the phone was changed; no signing codes are sent to it then
 */
record ProfileResponse(
        String id,
        String lastName,
        String firstName,
        @Nullable String middleName,
        LocalDate birthDate,
        String snils,
        @Nullable String inn,
        String phone,
        boolean phoneConfirmed,
        @Nullable String email,
        @Nullable String address,
        @Nullable Passport passport,
        String language,
        String ial) {}

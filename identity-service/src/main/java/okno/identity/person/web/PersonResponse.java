package okno.identity.person.web;

import java.time.LocalDate;
import okno.identity.person.domain.Passport;
import org.jspecify.annotations.Nullable;

/** A person as other services read one, for a purpose. */
record PersonResponse(
        String id,
        String lastName,
        String firstName,
        @Nullable String middleName,
        LocalDate birthDate,
        String snils,
        @Nullable String inn,
        String phone,
        @Nullable String email,
        String ial,
        String language,
        @Nullable Passport passport,
        @Nullable String address) {}

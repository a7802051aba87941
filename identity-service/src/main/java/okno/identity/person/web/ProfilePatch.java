package okno.identity.person.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okno.identity.person.domain.Change;
import okno.identity.person.domain.ProfileEdit;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A merge patch of the profile (RFC 7396): a field left out stays, {@code null} clears e-mail or address.
 *
 * @param phone mobile or city phone, {@code +7} and ten digits
 */
record ProfilePatch(
        @JsonDeserialize(using = NamedText.class) @Nullable
        Optional<@Pattern(regexp = "\\+7[3489]\\d{9}") String> phone,

        @JsonDeserialize(using = NamedText.class) @Nullable Optional<@Size(min = 3, max = 254) @Email String> email,

        @JsonDeserialize(using = NamedText.class) @Nullable
        Optional<@Size(max = 500) @Pattern(regexp = "(?s).*\\S.*") String> address,

        @JsonDeserialize(using = NamedText.class) @Nullable Optional<@Pattern(regexp = "ru|en") String> language) {

    ProfileEdit toEdit() {
        List<FieldFault> faults = new ArrayList<>();
        if (phone != null && phone.isEmpty()) {
            faults.add(FieldFault.at("/phone", "required"));
        }
        if (language != null && language.isEmpty()) {
            faults.add(FieldFault.at("/language", "required"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return new ProfileEdit(
                change(phone),
                change(email == null ? null : email.map(typed -> typed.toLowerCase(Locale.ROOT))),
                change(address == null ? null : address.map(String::strip)),
                change(language));
    }

    private static Change<String> change(@Nullable Optional<String> field) {
        return field == null ? new Change.None<>() : new Change.To<>(field.orElse(null));
    }
}

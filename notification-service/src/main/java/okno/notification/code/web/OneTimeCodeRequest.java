package okno.notification.code.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import okno.notification.Channel;
import okno.notification.code.SendOneTimeCode;
import okno.platform.core.Problem;
import okno.platform.web.Language;
import org.jspecify.annotations.Nullable;

/** A code to send now, to a phone or to an e-mail address: one of the two. */
record OneTimeCodeRequest(
        @NotBlank String personId,
        @Nullable @Pattern(regexp = "\\+[1-9]\\d{7,14}") String phone,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable String language,
        @NotBlank @Size(max = 20) String code,
        SendOneTimeCode.@NotNull Purpose purpose,
        @NotNull Instant expiresAt) {

    SendOneTimeCode.Command toCommand() {
        Language spoken = "en".equals(language) ? Language.EN : Language.RU;
        if (phone != null && email == null) {
            return new SendOneTimeCode.Command(Channel.SMS, phone, spoken, code, purpose, expiresAt);
        }
        // Only the code for a new address is written as a letter.
        if (email != null && phone == null && purpose == SendOneTimeCode.Purpose.CONTACT) {
            return new SendOneTimeCode.Command(Channel.EMAIL, email, spoken, code, purpose, expiresAt);
        }
        throw Problem.invalid("/phone", "required");
    }

    /** Never the code nor the address. */
    @Override
    public String toString() {
        return "OneTimeCodeRequest[" + purpose + "]";
    }
}

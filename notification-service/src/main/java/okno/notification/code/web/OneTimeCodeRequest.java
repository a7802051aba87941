package okno.notification.code.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import okno.notification.code.SendOneTimeCode;
import okno.platform.web.Language;
import org.jspecify.annotations.Nullable;

/** A code to send now. */
record OneTimeCodeRequest(
        @NotBlank String personId,
        @NotNull @Pattern(regexp = "\\+[1-9]\\d{7,14}") String phone,
        @Nullable String language,
        @NotBlank @Size(max = 20) String code,
        SendOneTimeCode.@NotNull Purpose purpose,
        @NotNull Instant expiresAt) {

    SendOneTimeCode.Command toCommand() {
        return new SendOneTimeCode.Command(
                phone, "en".equals(language) ? Language.EN : Language.RU, code, purpose, expiresAt);
    }

    /** Never the code nor the phone. */
    @Override
    public String toString() {
        return "OneTimeCodeRequest[" + purpose + "]";
    }
}

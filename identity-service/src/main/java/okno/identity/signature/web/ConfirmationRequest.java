package okno.identity.signature.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The code from the SMS, six digits.
 *
 * @param keyPassword for an advanced signature: the password of the person's key
 */
record ConfirmationRequest(
        @NotNull @Pattern(regexp = "\\d{6}") String code,
        @Size(max = 64) @Nullable String keyPassword) {

    /** Never the code nor the password. */
    @Override
    public String toString() {
        return "ConfirmationRequest";
    }
}

package okno.identity.signature.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The code from the SMS, six digits. */
record ConfirmationRequest(
        @NotNull @Pattern(regexp = "\\d{6}") String code) {

    /** Never the code. */
    @Override
    public String toString() {
        return "ConfirmationRequest";
    }
}

package okno.identity.consent.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The code from the phone. */
record ConsentConfirmation(
        @NotNull @Pattern(regexp = "\\d{6}") String code) {

    /** Never the code. */
    @Override
    public String toString() {
        return "ConsentConfirmation";
    }
}

package okno.identity.contact.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** @param code the 6 digits that came to the new address */
record ContactCodeRequest(
        @NotNull @Pattern(regexp = "\\d{6}") String code) {

    /** Never the code. */
    @Override
    public String toString() {
        return "ContactCodeRequest";
    }
}

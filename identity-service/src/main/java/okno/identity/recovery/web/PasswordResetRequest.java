package okno.identity.recovery.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import okno.identity.recovery.ResetByOfficer;
import okno.platform.core.Problem;
import okno.platform.core.number.InvalidNumber;
import okno.platform.core.number.Snils;

/**
 * What the officer has read.
 *
 * @param snils with or without dashes; the check number is checked
 */
record PasswordResetRequest(
        @NotNull @Size(max = 14) String snils,
        @NotNull @Pattern(regexp = "\\d{4}") String passportSeries,
        @NotNull @Pattern(regexp = "\\d{6}") String passportNumber) {

    ResetByOfficer.Command toCommand() {
        try {
            return new ResetByOfficer.Command(Snils.parse(snils), passportSeries, passportNumber);
        } catch (InvalidNumber invalid) {
            throw Problem.invalid(List.of(invalid.at("/snils")));
        }
    }

    /** Never the numbers. */
    @Override
    public String toString() {
        return "PasswordResetRequest";
    }
}

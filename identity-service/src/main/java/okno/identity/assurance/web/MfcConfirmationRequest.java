package okno.identity.assurance.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import okno.identity.assurance.IssueMfcCode;
import okno.platform.core.Problem;
import okno.platform.core.number.InvalidNumber;
import okno.platform.core.number.Snils;

/**
 * What the officer has read.
 *
 * @param snils with or without dashes; the check number is checked
 */
record MfcConfirmationRequest(
        @NotNull @Size(max = 14) String snils,
        @NotNull @Valid ShownPassport passport) {

    IssueMfcCode.Command toCommand() {
        try {
            return new IssueMfcCode.Command(Snils.parse(snils), passport.toPassport());
        } catch (InvalidNumber invalid) {
            throw Problem.invalid(List.of(invalid.at("/snils")));
        }
    }

    /** Never the numbers. */
    @Override
    public String toString() {
        return "MfcConfirmationRequest";
    }
}

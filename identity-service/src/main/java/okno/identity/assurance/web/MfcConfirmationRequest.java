package okno.identity.assurance.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import okno.identity.assurance.IssueMfcCode;
import okno.identity.person.domain.Passport;
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

    /** Series 4 digits, number 6, unit code {@code 770-001}. */
    record ShownPassport(
            @NotNull @Pattern(regexp = "\\d{4}") String series,
            @NotNull @Pattern(regexp = "\\d{6}") String number,
            @NotNull @Size(min = 1, max = 300) String issuedBy,
            @NotNull @PastOrPresent LocalDate issueDate,
            @NotNull @Pattern(regexp = "\\d{3}-\\d{3}") String unitCode) {}

    IssueMfcCode.Command toCommand() {
        try {
            return new IssueMfcCode.Command(
                    Snils.parse(snils),
                    new Passport(
                            passport.series(),
                            passport.number(),
                            passport.issuedBy().strip(),
                            passport.issueDate(),
                            passport.unitCode()));
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

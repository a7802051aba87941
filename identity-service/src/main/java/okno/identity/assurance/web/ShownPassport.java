package okno.identity.assurance.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import okno.identity.person.domain.Passport;

/** A passport: series 4 digits, number 6, unit code {@code 770-001}. */
record ShownPassport(
        @NotNull @Pattern(regexp = "\\d{4}") String series,
        @NotNull @Pattern(regexp = "\\d{6}") String number,
        @NotNull @Size(min = 1, max = 300) String issuedBy,
        @NotNull @PastOrPresent LocalDate issueDate,
        @NotNull @Pattern(regexp = "\\d{3}-\\d{3}") String unitCode) {

    Passport toPassport() {
        return new Passport(series, number, issuedBy.strip(), issueDate, unitCode);
    }

    /** Never the numbers. */
    @Override
    public String toString() {
        return "ShownPassport";
    }
}

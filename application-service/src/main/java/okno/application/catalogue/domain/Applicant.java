package okno.application.catalogue.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who may apply.
 *
 * @param ial how well the person must be known to submit
 * @param age null: any
 * @param permission what somebody who acts for a company must be allowed to do there, besides submitting applications
 */
public record Applicant(
        Set<Kind> kinds,
        Ial ial,
        @Nullable Age age,
        @Nullable String permission) {

    public static final String AGE_FAULT = "applicant_age";

    /** Whether a caller may apply as far as their token tells; the age it does not. */
    public boolean eligible(Caller caller) {
        Caller.Acting acting = caller.acting();
        return kinds.contains(Kind.of(caller))
                && ial.metBy(caller.ial())
                && (permission == null || acting == null || acting.permissions().contains(permission));
    }

    /** Full years, both included; {@code pointer} is the JSON Pointer of the date of birth in the form. */
    public record Age(
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable String pointer) {

        public boolean fits(LocalDate born, LocalDate today) {
            int years = Period.between(born, today).getYears();
            return (min == null || years >= min) && (max == null || years <= max);
        }
    }

    /** How well a person is known, from weak to strong; names are those of the {@code ial} claim. */
    public enum Ial {
        simplified,
        standard,
        confirmed;

        /** True when the claim of a caller is at least this; an unknown or empty claim is less than everything. */
        public boolean metBy(String claim) {
            return List.of(values()).stream()
                    .filter(known -> known.name().equals(claim))
                    .anyMatch(known -> known.compareTo(this) >= 0);
        }
    }
}

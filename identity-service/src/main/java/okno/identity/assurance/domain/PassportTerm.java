package okno.identity.assurance.domain;

import java.time.LocalDate;
import okno.identity.person.domain.Passport;
import org.jspecify.annotations.Nullable;

/**
 * Until when a passport of a citizen of the Russian Federation is good: it is replaced at 20 and at 45 years and stays
 * valid for 90 days after the birthday; one that was issued after 45 has no end (Положение о паспорте гражданина РФ).
 */
public final class PassportTerm {

    private static final int FIRST = 20;
    private static final int LAST = 45;
    private static final int GRACE_DAYS = 90;

    private PassportTerm() {}

    /** The last day; null when it has none. */
    public static @Nullable LocalDate validUntil(LocalDate birthDate, LocalDate issuedOn) {
        if (issuedOn.isBefore(birthDate.plusYears(FIRST))) {
            return birthDate.plusYears(FIRST).plusDays(GRACE_DAYS);
        }
        return issuedOn.isBefore(birthDate.plusYears(LAST))
                ? birthDate.plusYears(LAST).plusDays(GRACE_DAYS)
                : null;
    }

    /**
     * The last day of a passport that is good today; null when it has none.
     *
     * @throws VerificationRefused {@code passport_expired}
     */
    public static @Nullable LocalDate goodOn(LocalDate today, LocalDate birthDate, Passport passport) {
        LocalDate until = validUntil(birthDate, passport.issueDate());
        if (until != null && until.isBefore(today)) {
            throw VerificationRefused.passportExpired();
        }
        return until;
    }
}

package okno.application.catalogue;

import okno.application.catalogue.domain.Kind;
import okno.application.catalogue.domain.Passport;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; null does not matter.
 *
 * @param region two-digit code: only services that are provided there
 * @param mine only services that the caller may apply for; one that hangs on an age which nobody could say is shown
 */
public record Search(
        @Nullable String words,
        @Nullable String category,
        @Nullable String lifeEvent,
        @Nullable String agency,
        @Nullable String region,
        @Nullable Kind applicant,
        Eligibility.@Nullable Judge mine) {

    boolean matches(Passport passport) {
        return (category == null || category.equals(passport.category()))
                && (lifeEvent == null || passport.lifeEvents().contains(lifeEvent))
                && (agency == null || agency.equals(passport.agency()))
                && (region == null || passport.providedIn(region))
                && (applicant == null || passport.applicant().kinds().contains(applicant))
                && (mine == null || mine.judge(passport.applicant()) != Eligibility.Verdict.NO);
    }
}

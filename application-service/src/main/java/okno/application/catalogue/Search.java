package okno.application.catalogue;

import okno.application.catalogue.domain.Kind;
import okno.application.catalogue.domain.Passport;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; null does not matter.
 *
 * @param region two-digit code: only services that are provided there
 * @param caller only services that this caller may apply for, as far as their token tells
 */
public record Search(
        @Nullable String words,
        @Nullable String category,
        @Nullable String lifeEvent,
        @Nullable String agency,
        @Nullable String region,
        @Nullable Kind applicant,
        @Nullable Caller caller) {

    boolean matches(Passport passport) {
        return (category == null || category.equals(passport.category()))
                && (lifeEvent == null || passport.lifeEvents().contains(lifeEvent))
                && (agency == null || agency.equals(passport.agency()))
                && (region == null || passport.providedIn(region))
                && (applicant == null || passport.applicant().kinds().contains(applicant))
                && (caller == null || passport.applicant().eligible(caller));
    }
}

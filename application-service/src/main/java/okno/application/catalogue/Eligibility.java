package okno.application.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import okno.application.catalogue.domain.Applicant;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says who may apply for what, by their token and their age: what beginning a draft will ask, said beforehand. */
@Component
public class Eligibility {

    private final BirthDates birthDates;
    private final TermQueries terms;

    Eligibility(BirthDates birthDates, TermQueries terms) {
        this.birthDates = birthDates;
        this.terms = terms;
    }

    /** Whether somebody may apply. */
    public enum Verdict {
        YES,
        NO,
        /** It hangs on their age, which nobody could say. */
        AGE_UNKNOWN
    }

    public Judge of(Caller caller) {
        return new Judge(caller);
    }

    /** Judges passports for one caller; identity-service is asked at most once, and only when an age matters. */
    public final class Judge {

        private final Caller caller;
        private @Nullable Optional<LocalDate> born;

        private Judge(Caller caller) {
            this.caller = caller;
        }

        public Verdict judge(Applicant applicant) {
            if (!applicant.eligible(caller)) {
                return Verdict.NO;
            }
            Applicant.Age age = applicant.age();
            if (age == null) {
                return Verdict.YES;
            }
            return born().map(day -> age.fits(day, terms.today()) ? Verdict.YES : Verdict.NO)
                    .orElse(Verdict.AGE_UNKNOWN);
        }

        private Optional<LocalDate> born() {
            Optional<LocalDate> known = born;
            if (known == null) {
                known = mayBeAsked() ? birthDates.of(caller.onBehalfOf()) : Optional.empty();
                born = known;
            }
            return known;
        }

        /** What a principal keeps to themselves is not asked for, and machines have no age. */
        private boolean mayBeAsked() {
            Caller.Principal principal = caller.principal();
            return caller.has("person")
                    && (principal == null || principal.permissions().contains("profile.prefill"));
        }
    }
}

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

    /** Asks how old they are, at most once, when it matters. */
    public Judge of(Caller caller) {
        return new Judge(caller, true);
    }

    /** Goes by what is known of their age already: whoever only looks around is not looked up. */
    public Judge lookingAround(Caller caller) {
        return new Judge(caller, false);
    }

    /** Judges passports for one caller. */
    public final class Judge {

        private final Caller caller;
        private final boolean asks;
        private @Nullable Optional<LocalDate> born;

        private Judge(Caller caller, boolean asks) {
            this.caller = caller;
            this.asks = asks;
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
                known = mayBeAsked() ? day(caller.onBehalfOf()) : Optional.empty();
                born = known;
            }
            return known;
        }

        private Optional<LocalDate> day(String person) {
            return asks ? birthDates.of(person) : birthDates.known(person);
        }

        /** What a principal keeps to themselves is not asked for, and machines have no age. */
        private boolean mayBeAsked() {
            Caller.Principal principal = caller.principal();
            return caller.has("person")
                    && (principal == null || principal.permissions().contains("profile.prefill"));
        }
    }
}

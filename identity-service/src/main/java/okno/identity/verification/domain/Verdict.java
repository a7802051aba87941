package okno.identity.verification.domain;

import java.util.Collection;

/** What follows from the checks; the words of ETSI EN 319 102-1, 5.1.3. */
public enum Verdict {
    /** Everything that was checked holds. */
    VALID,
    /** Nothing is wrong, and something needed to be sure is missing. */
    INDETERMINATE,
    INVALID;

    public static Verdict of(Collection<Check> checks) {
        if (checks.stream().anyMatch(check -> check.outcome() == Outcome.FAILED)) {
            return INVALID;
        }
        return checks.stream().anyMatch(check -> check.outcome() == Outcome.UNKNOWN) ? INDETERMINATE : VALID;
    }

    /** Of several signatures: the worst. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().max(Verdict::compareTo).orElse(INVALID);
    }
}

package okno.application.registercheck.domain;

import okno.application.catalogue.domain.Passport;

/** What a register's answer, or its silence, means for who wants to submit. */
public enum Judgement {
    GOOD,
    /** The person is told what is wrong. */
    WRONG,
    /** The person is told that nobody can say at the moment, and does not submit. */
    UNAVAILABLE,
    /** The person submits, and the check is made later. */
    POSTPONED;

    public static Judgement answered(boolean passes) {
        return passes ? GOOD : WRONG;
    }

    public static Judgement silent(Passport.RegisterCheck check) {
        return switch (check.whenAway()) {
            case REFUSE -> UNAVAILABLE;
            case LATER -> POSTPONED;
        };
    }
}

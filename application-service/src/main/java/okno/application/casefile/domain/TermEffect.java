package okno.application.casefile.domain;

/** What a step does to the agency's term. */
public enum TermEffect {
    /** It goes on as it was: it runs, or has not begun. */
    NONE,
    /** Counted from the day after this step. */
    STARTS,
    /** The agency waits for the applicant. */
    STOPS,
    /** It goes on with the days that were left when it stopped. */
    RESUMES,
    /** A new one, counted from the day after this step. */
    RESTARTS,
    ENDS
}

package okno.identity.verification.domain;

/** How a check ended. */
public enum Outcome {
    PASSED,
    FAILED,
    /** Something needed to decide is missing, such as a revocation list. */
    UNKNOWN,
    /** There is nothing to check, and there need not be. */
    ABSENT
}

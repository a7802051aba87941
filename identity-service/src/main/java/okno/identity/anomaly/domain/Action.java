package okno.identity.anomaly.domain;

/** What is done about a finding; the person is told of each. */
public enum Action {
    /** The person is told. */
    NOTIFY,
    /** The next log-in asks for the code sent to the person's phone. */
    STEP_UP,
    /** All sessions end; the next log-in asks for that code and for a new password. */
    BLOCK
}

package okno.application.casefile.domain;

/** Why a duty that was paid is due back, Tax Code art. 333.40 p. 1 (4). */
public enum RefundGround {
    /** Given up before the agency took the case in hand. */
    WITHDRAWN,
    /** Paid when the application no longer waited for it. */
    PAID_TOO_LATE
}

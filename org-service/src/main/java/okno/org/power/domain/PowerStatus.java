package okno.org.power.domain;

import java.util.List;

/** Where a power of attorney stands. */
public enum PowerStatus {
    /** Written, and worth nothing until the principal has signed it (Civil Code art. 185, 1: written form). */
    PENDING_SIGNATURE,
    /** Signed. It holds on the days of its term, as long as nobody ends it. */
    ACTIVE,
    /** Taken back by the principal (art. 188, 1, 2). */
    REVOKED,
    /** Given up by the representative (art. 188, 1, 3). */
    REFUSED,
    /** Its term is over (art. 188, 1, 1), or it was not signed in time. */
    EXPIRED;

    /** What may come after; nothing comes after an end. */
    public List<PowerStatus> next() {
        return switch (this) {
            case PENDING_SIGNATURE -> List.of(ACTIVE, REVOKED, EXPIRED);
            case ACTIVE -> List.of(REVOKED, REFUSED, EXPIRED);
            case REVOKED, REFUSED, EXPIRED -> List.of();
        };
    }
}

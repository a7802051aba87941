package okno.application.casefile.domain;

import java.time.Instant;
import java.util.UUID;

/** One message between the applicant and the agency. */
public record Message(UUID id, UUID applicationId, Side side, Kind kind, String text, Instant createdAt) {

    /** What the message is for. */
    public enum Kind {
        MESSAGE,
        INFORMATION_REQUEST,
        CORRECTION_REQUEST,
        ANSWER,
        /** A remark that answers nothing and moves nothing. */
        COMMENT,
        /** Written by the portal itself, such as "the duty will be refunded". */
        NOTE
    }
}

package okno.identity.session.events;

import java.time.Instant;
import java.util.UUID;

/** Contract {@code contracts/events/session-ended.v1}: a log-in session is over. */
public record SessionEndedV1(String sessionId, UUID personId, Instant occurredAt) {

    public static final String TOPIC = "okno.identity.session.v1";
    public static final String TYPE = "okno.session.ended.v1";
}

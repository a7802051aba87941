package okno.application.result.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.application.result.domain.IssuedResult;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/** Contracts {@code document-issued.v1} and {@code document-ended.v1}: a document that is good for a time. */
public record DocumentV1(
        UUID documentId,
        String personId,
        String kind,
        @Nullable LocalDate validUntil,
        Title title,
        Instant occurredAt) {

    public static final String TOPIC = "okno.application.document.v1";

    private static final String ISSUED = "okno.document.issued.v1";
    private static final String ENDED = "okno.document.ended.v1";
    private static final long FIRST = 1;
    private static final long LAST = 2;

    /** What people call it. */
    public record Title(String ru, String en) {}

    public static OutgoingEvent issued(IssuedResult result, Instant now) {
        return event(ISSUED, FIRST, result, now);
    }

    public static OutgoingEvent ended(IssuedResult result, Instant now) {
        return event(ENDED, LAST, result, now);
    }

    private static OutgoingEvent event(String type, long version, IssuedResult result, Instant now) {
        DocumentV1 data = new DocumentV1(
                result.id(),
                result.origin().personId(),
                result.code(),
                result.validUntil(),
                new Title(result.title().ru(), result.title().en()),
                now);
        return new OutgoingEvent(TOPIC, type, result.id(), version, data);
    }
}

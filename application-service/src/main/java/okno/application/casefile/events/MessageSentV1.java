package okno.application.casefile.events;

import java.time.Instant;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Message;
import okno.application.casefile.domain.Side;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Contract {@code application-message-sent.v1}: one side wrote to the other; the words stay in the file.
 *
 * @param assignee account of the officer who works on it; null: nobody does
 * @param sentBy APPLICANT or AGENCY
 */
public record MessageSentV1(
        UUID applicationId,
        UUID messageId,
        @Nullable String number,
        String serviceCode,
        String agency,
        @Nullable String region,
        @Nullable String unit,
        @Nullable String assignee,
        String personId,
        @Nullable UUID orgId,
        Side sentBy,
        Message.Kind kind,
        Instant occurredAt) {

    public static final String TYPE = "okno.application.message_sent.v1";

    /** @param version of the application when it was written */
    public static OutgoingEvent of(Application application, Message message, long version) {
        return new OutgoingEvent(ApplicationEvents.TOPIC, TYPE, application.id(), version, from(application, message));
    }

    static MessageSentV1 from(Application application, Message message) {
        return new MessageSentV1(
                application.id(),
                message.id(),
                application.filing() == null
                        ? null
                        : application.filing().number().value(),
                application.service().code(),
                application.service().agency(),
                application.region(),
                application.handling().unit(),
                application.assignee(),
                application.owner().personId(),
                application.owner().orgId(),
                message.side(),
                message.kind(),
                message.createdAt());
    }
}

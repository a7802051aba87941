package okno.application.feedback.events;

import java.time.Instant;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/** Contract {@code application-feedback-given.v1}: a rating whose giver lets the agency know the application; without their words. */
public record FeedbackGivenV1(
        UUID applicationId,
        @Nullable String number,
        String serviceCode,
        String agency,
        @Nullable String region,
        int rating,
        Instant occurredAt) {

    public static final String TYPE = "okno.application.feedback_given.v1";
    private static final String TOPIC = "okno.application.application.v1";

    public static OutgoingEvent of(Application application, int rating, Instant now) {
        var filing = application.filing();
        return new OutgoingEvent(
                TOPIC,
                TYPE,
                application.id(),
                application.version(),
                new FeedbackGivenV1(
                        application.id(),
                        filing == null ? null : filing.number().value(),
                        application.service().code(),
                        application.service().agency(),
                        application.region(),
                        rating,
                        now));
    }
}

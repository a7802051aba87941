package okno.application.registercheck.events;

import java.time.Instant;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Filing;
import okno.application.casefile.events.ApplicationEvents;
import okno.application.registercheck.domain.PostponedCheck;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/**
 * A register has answered a check that was put off at submission; told to the agency, never to the applicant.
 *
 * @param check its code in the passport
 * @param state PASSED or FAILED
 */
public record RegisterCheckAnsweredV1(
        UUID applicationId,
        @Nullable String number,
        String serviceCode,
        String agency,
        @Nullable String region,
        @Nullable String unit,
        @Nullable String assignee,
        String check,
        PostponedCheck.State state,
        Instant occurredAt) {

    public static final String TYPE = "okno.application.register_check_answered.v1";

    /** {@code application}: after the answer. */
    public static OutgoingEvent of(Application application, String check, PostponedCheck.State state, Instant now) {
        Filing filing = application.filing();
        return new OutgoingEvent(
                ApplicationEvents.TOPIC,
                TYPE,
                application.id(),
                application.version(),
                new RegisterCheckAnsweredV1(
                        application.id(),
                        filing == null ? null : filing.number().value(),
                        application.service().code(),
                        application.service().agency(),
                        application.region(),
                        application.handling().unit(),
                        application.assignee(),
                        check,
                        state,
                        now));
    }
}

package okno.application.appeal.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.application.appeal.domain.Appeal;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Filing;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Contracts {@code appeal-registered.v1}, {@code appeal-decided.v1} and {@code appeal-withdrawn.v1}, one shape.
 *
 * @param number number of the application
 * @param appealNumber number of the complaint itself
 */
public record AppealV1(
        UUID appealId,
        String appealNumber,
        UUID applicationId,
        @Nullable String number,
        String serviceCode,
        String agency,
        String personId,
        @Nullable UUID orgId,
        String ground,
        Appeal.Status status,
        LocalDate expectedCompletionDate,
        Instant occurredAt) {

    public static final String TOPIC = "okno.application.application.v1";
    public static final String REGISTERED_TYPE = "okno.appeal.registered.v1";
    public static final String DECIDED_TYPE = "okno.appeal.decided.v1";
    public static final String WITHDRAWN_TYPE = "okno.appeal.withdrawn.v1";

    /** The event of the appeal's present version. */
    public static OutgoingEvent of(Appeal appeal, Application application) {
        String type =
                switch (appeal.status()) {
                    case REGISTERED -> REGISTERED_TYPE;
                    case UPHELD, DENIED -> DECIDED_TYPE;
                    case WITHDRAWN -> WITHDRAWN_TYPE;
                };
        return new OutgoingEvent(TOPIC, type, appeal.id(), appeal.version(), from(appeal, application));
    }

    static AppealV1 from(Appeal appeal, Application application) {
        Filing filing = application.filing();
        Instant decidedAt = appeal.decidedAt();
        return new AppealV1(
                appeal.id(),
                appeal.number(),
                application.id(),
                filing == null ? null : filing.number().value(),
                application.service().code(),
                appeal.agency(),
                application.owner().personId(),
                application.owner().orgId(),
                appeal.ground(),
                appeal.status(),
                appeal.expectedCompletionDate(),
                decidedAt == null ? appeal.createdAt() : decidedAt);
    }
}

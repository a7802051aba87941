package okno.application.attachment.events;

import java.time.Instant;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Filing;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.events.ApplicationEvents;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/** Contract {@code application-file-rejected.v1}: malware was found in a file of an application. */
public record FileRejectedV1(
        UUID applicationId,
        @Nullable String number,
        String serviceCode,
        String agency,
        @Nullable String region,
        String personId,
        @Nullable UUID orgId,
        UUID fileId,
        String kind,
        String sentBy,
        String reason,
        Instant occurredAt) {

    public static final String TYPE = "okno.application.file_rejected.v1";

    public static OutgoingEvent about(Application application, Paper paper) {
        Filing filing = application.filing();
        FileRejectedV1 data = new FileRejectedV1(
                application.id(),
                filing == null ? null : filing.number().value(),
                application.service().code(),
                application.service().agency(),
                application.region(),
                application.owner().personId(),
                application.owner().orgId(),
                paper.id(),
                paper.kind(),
                paper.side().name(),
                Paper.MALWARE,
                application.updatedAt());
        return new OutgoingEvent(ApplicationEvents.TOPIC, TYPE, application.id(), application.version(), data);
    }
}

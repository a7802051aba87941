package okno.application.documents.events;

import java.time.Instant;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Filing;
import okno.application.casefile.events.ApplicationEvents;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Contract {@code application-document-share-ended.v1}: the agency of an application does not see a document of its owner any
 * more.
 *
 * @param assignee account of the officer who works on it; null: nobody does
 */
public record DocumentShareEndedV1(
        UUID applicationId,
        @Nullable String number,
        String serviceCode,
        String agency,
        @Nullable String region,
        @Nullable String unit,
        @Nullable String assignee,
        String personId,
        @Nullable UUID orgId,
        UUID documentId,
        Reason reason,
        Instant occurredAt) {

    public static final String TYPE = "okno.application.document_share_ended.v1";

    /** Why it is not shown any more. */
    public enum Reason {
        /** Its owner wished so. */
        TAKEN_BACK,
        /** It was shown until a time. */
        EXPIRED,
        /** The owner does not keep it any more, or their account has ended. */
        REMOVED,
        /** Malware was found in it. */
        QUARANTINED
    }

    public static OutgoingEvent of(Application application, UUID documentId, Reason reason, Instant now) {
        Filing filing = application.filing();
        DocumentShareEndedV1 data = new DocumentShareEndedV1(
                application.id(),
                filing == null ? null : filing.number().value(),
                application.service().code(),
                application.service().agency(),
                application.region(),
                application.handling().unit(),
                application.assignee(),
                application.owner().personId(),
                application.owner().orgId(),
                documentId,
                reason,
                now);
        return new OutgoingEvent(ApplicationEvents.TOPIC, TYPE, application.id(), application.version(), data);
    }
}

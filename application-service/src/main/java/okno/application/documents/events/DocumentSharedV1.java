package okno.application.documents.events;

import java.time.Instant;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Filing;
import okno.application.casefile.events.ApplicationEvents;
import okno.application.documents.domain.PersonalDocument;
import okno.application.documents.domain.Share;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Contract {@code application-document-shared.v1}: the agency of an application is shown a document of its owner.
 *
 * @param assignee account of the officer who works on it; null: nobody does
 * @param expiresAt until when; null: until it is taken back
 */
public record DocumentSharedV1(
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
        String kind,
        @Nullable Instant expiresAt,
        Instant occurredAt) {

    public static final String TYPE = "okno.application.document_shared.v1";

    public static OutgoingEvent of(Application application, PersonalDocument document, Share share) {
        Filing filing = application.filing();
        DocumentSharedV1 data = new DocumentSharedV1(
                application.id(),
                filing == null ? null : filing.number().value(),
                application.service().code(),
                application.service().agency(),
                application.region(),
                application.handling().unit(),
                application.assignee(),
                application.owner().personId(),
                application.owner().orgId(),
                document.id(),
                document.kind(),
                share.expiresAt(),
                share.sharedAt());
        return new OutgoingEvent(ApplicationEvents.TOPIC, TYPE, application.id(), application.version(), data);
    }
}

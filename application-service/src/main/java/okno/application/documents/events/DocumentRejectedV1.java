package okno.application.documents.events;

import java.time.Instant;
import java.util.UUID;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.events.ApplicationEvents;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/** Contract {@code document-rejected.v1}: malware was found in a document that somebody keeps; told once. */
public record DocumentRejectedV1(
        UUID documentId,
        String kind,
        String personId,
        @Nullable UUID orgId,
        String reason,
        Instant occurredAt) {

    public static final String TYPE = "okno.document.rejected.v1";

    public static OutgoingEvent of(UUID documentId, String kind, Owner owner, Instant now) {
        DocumentRejectedV1 data =
                new DocumentRejectedV1(documentId, kind, owner.personId(), owner.orgId(), Paper.MALWARE, now);
        return new OutgoingEvent(ApplicationEvents.TOPIC, TYPE, documentId, 1, data);
    }
}

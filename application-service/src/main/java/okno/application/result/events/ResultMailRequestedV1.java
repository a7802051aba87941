package okno.application.result.events;

import java.time.Instant;
import java.util.UUID;
import okno.application.result.domain.IssuedResult;
import okno.platform.core.Ids;
import okno.platform.messaging.OutgoingEvent;

/**
 * Contract {@code result-mail-requested.v1}: somebody wants a letter that leads them to a result. Neither the document nor
 * what it says is in the event.
 */
public record ResultMailRequestedV1(
        UUID mailingId,
        UUID resultId,
        UUID applicationId,
        String number,
        String serviceCode,
        String personId,
        Instant occurredAt) {

    private static final String TYPE = "okno.result.mail_requested.v1";

    /** @param personId who asked: of a company's document, not always who applied */
    public static OutgoingEvent of(IssuedResult result, String personId, Instant now) {
        ResultMailRequestedV1 data = new ResultMailRequestedV1(
                Ids.next(),
                result.id(),
                result.origin().applicationId(),
                result.origin().applicationNumber(),
                result.origin().service(),
                personId,
                now);
        return new OutgoingEvent(DocumentV1.TOPIC, TYPE, data.mailingId, 1, data);
    }
}

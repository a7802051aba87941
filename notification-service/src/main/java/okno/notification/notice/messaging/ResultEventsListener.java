package okno.notification.notice.messaging;

import java.util.UUID;
import okno.notification.EventType;
import okno.notification.Params;
import okno.notification.notice.NotifyPerson;
import okno.notification.preference.PreferenceProperties;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Sends the letters that people ask for: a link to a result, which opens for who is logged in. */
@Component
class ResultEventsListener {

    private static final String CONSUMER = "notification.result-events";

    private final Inbox inbox;
    private final NotifyPerson notifyPerson;
    private final PreferenceProperties properties;

    ResultEventsListener(Inbox inbox, NotifyPerson notifyPerson, PreferenceProperties properties) {
        this.inbox = inbox;
        this.notifyPerson = notifyPerson;
        this.properties = properties;
    }

    /** The part of mail_requested that the letter needs. */
    record Requested(UUID resultId, UUID applicationId, String number, String serviceCode, String personId) {}

    @KafkaListener(id = CONSUMER, topics = "okno.application.document.v1")
    void on(EventEnvelope event) {
        EventType.of(event.type()).ifPresent(type -> inbox.once(CONSUMER, event, () -> tell(type, event)));
    }

    private void tell(EventType type, EventEnvelope event) {
        var requested = EventJson.read(event, Requested.class);
        var params = new Params()
                .with("applicationId", requested.applicationId())
                .with("number", requested.number())
                .with("serviceCode", requested.serviceCode())
                .with(
                        "link",
                        "%s/api/v1/applications/%s/results/%s/content"
                                .formatted(properties.publicUrl(), requested.applicationId(), requested.resultId()))
                .with(
                        "verification",
                        "%s/api/v1/results/verification/%s".formatted(properties.publicUrl(), requested.resultId()));
        notifyPerson.handle(new NotifyPerson.Command(
                event.id(), type, requested.personId(), "result.mail_requested", params.values(), event.time()));
    }
}

package okno.registry.registration;

import java.util.UUID;
import okno.platform.core.number.Inn;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import okno.registry.record.domain.RegisterRecord.PersonName;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of approved applications. The event is thin: the form is fetched from its owner, outside any transaction. */
@Component
class ApplicationEventsListener {

    private static final String CONSUMER = "registry.sole-trader-registration";

    private final ApplicationClient applications;
    private final RegisterSoleTrader registerSoleTrader;
    private final Inbox inbox;

    ApplicationEventsListener(ApplicationClient applications, RegisterSoleTrader registerSoleTrader, Inbox inbox) {
        this.applications = applications;
        this.registerSoleTrader = registerSoleTrader;
        this.inbox = inbox;
    }

    @KafkaListener(id = CONSUMER, topics = "okno.application.application.v1")
    void on(EventEnvelope event) {
        if (!event.type().equals("okno.application.status_changed.v1")) {
            return;
        }
        var changed = EventJson.read(event, StatusChanged.class);
        if (!changed.status().equals("APPROVED") || !changed.serviceCode().equals("ip-registration")) {
            return;
        }
        ApplicationClient.Application application = applications.get(changed.applicationId());
        inbox.once(CONSUMER, event, () -> registerSoleTrader.handle(command(application)));
    }

    private static RegisterSoleTrader.Command command(ApplicationClient.Application application) {
        ApplicationClient.Form form = application.form();
        return new RegisterSoleTrader.Command(
                application.id(),
                application.personId(),
                Inn.parse(form.inn()),
                new PersonName(form.lastName(), form.firstName(), form.middleName()),
                form.okvedMain());
    }

    /** What this consumer reads of the event. */
    record StatusChanged(UUID applicationId, String serviceCode, String status) {}
}

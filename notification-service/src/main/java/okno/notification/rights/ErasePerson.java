package okno.notification.rights;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import okno.notification.rights.events.ErasureAnsweredV1;
import okno.notification.rights.persistence.PersonStock;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's account ends: everything here goes, no law keeps any of it. */
@Service
public class ErasePerson {

    private static final String COMPONENT = "notification-service";

    private final PersonStock stock;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ErasePerson(PersonStock stock, Outbox outbox, Audit audit, Clock clock) {
        this.stock = stock;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** By which order, and whom. */
    public record Command(UUID erasureId, UUID personId) {}

    @Transactional
    public void handle(Command command) {
        List<ErasureAnsweredV1.Erased> erased = stock.erase(command.personId().toString()).entrySet().stream()
                .map(gone -> new ErasureAnsweredV1.Erased(gone.getKey(), gone.getValue()))
                .toList();
        var answer = new ErasureAnsweredV1(
                command.erasureId(), command.personId(), COMPONENT, erased, List.of(), clock.instant());
        outbox.append(
                new OutgoingEvent(ErasureAnsweredV1.TOPIC, ErasureAnsweredV1.TYPE, command.erasureId(), 1, answer));
        audit.record(
                COMPONENT,
                AuditRecord.done(
                        "person.erased",
                        "data_request",
                        command.erasureId(),
                        command.personId().toString(),
                        "152-FZ art. 21"));
    }
}

package okno.application.rights;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.domain.Owner;
import okno.application.rights.events.ErasureAnsweredV1;
import okno.application.rights.persistence.PersonStock;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person's account ends: drafts and their own documents go, what was submitted stays as the law orders. Applications of
 * a company stay too: they are the company's.
 */
@Service
public class ErasePerson {

    private static final String COMPONENT = "application-service";
    private static final String ARCHIVE = "210-FZ art. 7; 125-FZ art. 17; Rosarchiv order 236 of 20.12.2019";

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

    /** Ids of contents to be forgotten once this is committed; what a crash leaves of them is swept as orphans. */
    @Transactional
    public List<UUID> handle(Command command) {
        String owner = new Owner(command.personId().toString(), null).key();
        List<UUID> contents = stock.contents(owner);
        long documents = stock.eraseDocuments(owner);
        long drafts = stock.eraseDrafts(owner);
        long applications = stock.applications(owner);
        var answer = new ErasureAnsweredV1(
                command.erasureId(),
                command.personId(),
                COMPONENT,
                List.of(
                        new ErasureAnsweredV1.Erased("draft", drafts),
                        new ErasureAnsweredV1.Erased("personal_document", documents)),
                applications == 0
                        ? List.of()
                        : List.of(new ErasureAnsweredV1.Kept(
                                "submitted_application",
                                applications,
                                ARCHIVE,
                                "5 years after the case is closed",
                                null)),
                clock.instant());
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
        return contents;
    }
}

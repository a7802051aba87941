package okno.platform.rights;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A person's account ends: the service erases, remembers of whom it keeps something, and answers, all or nothing. */
class ErasePerson {

    private final ServiceName service;
    private final Erasing erasing;
    private final @Nullable Kept kept;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ErasePerson(ServiceName service, Erasing erasing, @Nullable Kept kept, Outbox outbox, Audit audit, Clock clock) {
        this.service = service;
        this.erasing = erasing;
        this.kept = kept;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a law keeps, and where it is remembered of whom. */
    record Kept(Keeping keeping, ErasedPersons persons) {}

    /** By which order, and whom. */
    record Command(UUID erasureId, UUID personId) {}

    @Transactional(propagation = Propagation.MANDATORY)
    void handle(Command command) {
        String person = command.personId().toString();
        Instant now = clock.instant();
        List<Keeping.Kept> stays = kept == null ? List.of() : kept.keeping().kept(person);
        List<ErasureAnsweredV1.Erased> gone = erasing.erase(person).entrySet().stream()
                .map(erased -> new ErasureAnsweredV1.Erased(erased.getKey(), erased.getValue()))
                .toList();
        if (kept != null && !stays.isEmpty()) {
            kept.persons().remember(person, command.erasureId(), now);
        }
        var answer =
                new ErasureAnsweredV1(command.erasureId(), command.personId(), service.full(), gone, told(stays), now);
        outbox.append(new OutgoingEvent(service.topic(), ErasureAnsweredV1.TYPE, command.erasureId(), 1, answer));
        audit.record(
                service.full(),
                AuditRecord.done("person.erased", "data_request", command.erasureId(), person, "152-FZ art. 21"));
    }

    private static List<ErasureAnsweredV1.Kept> told(List<Keeping.Kept> stays) {
        return stays.stream()
                .map(kept -> new ErasureAnsweredV1.Kept(kept.what(), kept.count(), kept.law(), kept.term(), null))
                .toList();
    }
}

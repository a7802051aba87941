package okno.identity.rights;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.identity.person.domain.PersonId;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.ErasureAnswer;
import okno.identity.rights.domain.RequestKind;
import okno.identity.rights.domain.RequestStatus;
import okno.identity.rights.events.ErasureOrderedV1;
import okno.identity.rights.persistence.DataRequests;
import okno.identity.rights.persistence.ErasureAnswers;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Problem;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of an erasure: the order to all services, and the end here. */
@Service
class ErasureSteps {

    private final DataRequests requests;
    private final ErasureAnswers answers;
    private final OwnErasure ownErasure;
    private final Announcing announcing;
    private final Clock clock;

    ErasureSteps(
            DataRequests requests, ErasureAnswers answers, OwnErasure ownErasure, Announcing announcing, Clock clock) {
        this.requests = requests;
        this.answers = answers;
        this.ownErasure = ownErasure;
        this.announcing = announcing;
        this.clock = clock;
    }

    /** How a step is told to the others and to the journal. */
    @Service
    static class Announcing {

        private final Outbox outbox;
        private final Audit audit;

        Announcing(Outbox outbox, Audit audit) {
            this.outbox = outbox;
            this.audit = audit;
        }

        void tell(DataRequest request, Instant now) {
            outbox.append(new OutgoingEvent(
                    ErasureOrderedV1.TOPIC,
                    ErasureOrderedV1.TYPE,
                    request.id(),
                    request.version(),
                    ErasureOrderedV1.from(request, now)));
            enter("erasure.ordered", request);
        }

        void enter(String action, DataRequest request) {
            audit.record(
                    OwnErasure.COMPONENT,
                    AuditRecord.done(
                            action,
                            "data_request",
                            request.id(),
                            request.personId().toString(),
                            RequestErasure.BASIS));
        }
    }

    List<UUID> takeWork(List<RequestStatus> statuses, int rows, Instant now, Duration lease) {
        return requests.takeWork(statuses, rows, now, lease);
    }

    DataRequest find(UUID id) {
        return requests.find(id).orElseThrow(Problem::notFound);
    }

    List<ErasureAnswer> answers(UUID id) {
        return answers.of(id);
    }

    List<DataRequest> exportsOf(UUID personId) {
        return requests.page(personId, RequestKind.EXPORT, null, 1000);
    }

    void rest(UUID id, Instant lease) {
        requests.rest(id, lease);
    }

    @Transactional
    void order(DataRequest request) {
        DataRequest ordered = request.ordered();
        if (requests.save(ordered, clock.instant())) {
            announcing.tell(ordered, clock.instant());
        }
    }

    @Transactional
    void complete(DataRequest request) {
        Instant now = clock.instant();
        DataRequest completed = request.completed(now);
        if (!requests.save(completed, null)) {
            return;
        }
        answers.keep(request.id(), ownErasure.handle(request.id(), new PersonId(request.personId()), now), now);
        announcing.enter("erasure.completed", completed);
    }
}

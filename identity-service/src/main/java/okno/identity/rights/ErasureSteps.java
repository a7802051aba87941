package okno.identity.rights;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import okno.identity.consent.EndConsents;
import okno.identity.person.domain.PersonId;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.ErasureAnswer;
import okno.identity.rights.domain.RequestKind;
import okno.identity.rights.domain.RequestStatus;
import okno.identity.rights.events.ErasureOrderedV1;
import okno.identity.rights.persistence.DataRequests;
import okno.identity.rights.persistence.ErasureAnswers;
import okno.identity.rights.persistence.OwnStock;
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

    private static final String COMPONENT = "identity-service";

    private final DataRequests requests;
    private final ErasureAnswers answers;
    private final OwnStock stock;
    private final EndConsents endConsents;
    private final Announcing announcing;
    private final Clock clock;

    ErasureSteps(
            DataRequests requests,
            ErasureAnswers answers,
            OwnStock stock,
            EndConsents endConsents,
            Announcing announcing,
            Clock clock) {
        this.requests = requests;
        this.answers = answers;
        this.stock = stock;
        this.endConsents = endConsents;
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
                    COMPONENT,
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
        PersonId person = new PersonId(request.personId());
        DataRequest completed = request.completed(now);
        if (!requests.save(completed, null)) {
            return;
        }
        endConsents.handle(person);
        Map<String, Long> erased = stock.erase(person);
        answers.keep(request.id(), answer(erased, stock.kept(person)), now);
        announcing.enter("erasure.completed", completed);
    }

    private static ErasureAnswer answer(Map<String, Long> erased, Map<String, Long> kept) {
        List<ErasureAnswer.Erased> gone = new ArrayList<>();
        erased.forEach((what, count) -> gone.add(new ErasureAnswer.Erased(what, count)));
        List<ErasureAnswer.Kept> stays = new ArrayList<>();
        kept.forEach((what, count) -> {
            if (count > 0) {
                stays.add(KeptByLaw.valueOf(what.toUpperCase(Locale.ROOT)).of(what, count));
            }
        });
        return new ErasureAnswer(COMPONENT, gone, stays);
    }

    /** What stays here, and why: the account's id and, of consents, the words of their purpose. */
    private enum KeptByLaw {
        CONSENT("152-FZ art. 9 p. 3; Civil Code art. 196", "3 years after the end of the consent"),
        SIGNATURE("63-FZ art. 6; Civil Code art. 196", "as long as the signed document may be disputed, 3 years"),
        DATA_REQUEST("152-FZ art. 21 p. 7; Roskomnadzor order 179 of 28.10.2022", "3 years"),
        AUDIT_ENTRY(
                "152-FZ art. 19 p. 2; Government decree 1119 of 01.11.2012", "as long as the journal, unchangeable");

        private final String law;
        private final String term;

        KeptByLaw(String law, String term) {
            this.law = law;
            this.term = term;
        }

        private ErasureAnswer.Kept of(String what, long count) {
            return new ErasureAnswer.Kept(what, count, law, term, null);
        }
    }
}

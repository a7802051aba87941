package okno.identity.rights;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import okno.identity.person.CorrectPerson;
import okno.identity.person.domain.PersonId;
import okno.identity.person.domain.PersonName;
import okno.identity.rights.domain.Correction;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.RequestKind;
import okno.identity.rights.domain.Ruling;
import okno.identity.rights.events.DataRequestDecidedV1;
import okno.identity.rights.persistence.DataRequests;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.core.number.Inn;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** An operator grants or refuses a correction or an erasure, with the ground and a word to the person. */
@Service
public class DecideRequest {

    private final DataRequests requests;
    private final CorrectPerson correctPerson;
    private final Outbox outbox;
    private final Audit audit;
    private final JsonMapper json;
    private final Clock clock;

    DecideRequest(
            DataRequests requests,
            CorrectPerson correctPerson,
            Outbox outbox,
            Audit audit,
            JsonMapper json,
            Clock clock) {
        this.requests = requests;
        this.correctPerson = correctPerson;
        this.outbox = outbox;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** What is decided. */
    public record Command(UUID requestId, boolean granted, Ruling.Ground ground, String comment) {}

    /**
     * @throws Problem {@code data_request_decided}; {@code own_request} for a request of the operator's own; {@code
     *     invalid_content} when the ground does not fit the decision
     */
    @Transactional
    public DataRequest handle(Caller caller, Command command) {
        DataRequest request = requests.lock(command.requestId())
                .filter(found -> found.kind() != RequestKind.EXPORT)
                .orElseThrow(Problem::notFound);
        if (request.personId().toString().equals(caller.id())) {
            throw new Problem(ProblemKind.FORBIDDEN, "own_request");
        }
        if (command.granted() != (command.ground() == Ruling.Ground.LAWFUL)) {
            throw Problem.invalid("/ground", "ground_does_not_fit");
        }
        Ruling ruling = new Ruling(caller.id(), clock.instant(), command.ground(), command.comment());
        DataRequest decided = command.granted() ? request.granted(ruling) : request.refused(ruling);
        if (command.granted() && request.kind() == RequestKind.CORRECTION) {
            apply(request);
        }
        boolean toDo = command.granted() && request.kind() == RequestKind.ERASURE;
        requests.save(decided, toDo ? ruling.at() : null);
        outbox.append(DataRequestDecidedV1.from(decided, command.granted(), ruling.at())
                .of(decided));
        String action = request.kind().name().toLowerCase(Locale.ROOT) + (command.granted() ? ".granted" : ".refused");
        audit.record(
                caller,
                AuditRecord.done(
                        action, "data_request", request.id(), request.personId().toString(), RequestErasure.BASIS));
        return decided;
    }

    private void apply(DataRequest request) {
        Correction correction =
                json.readValue(requests.content(request.id()).orElseThrow(Problem::notFound), Correction.class);
        String value = correction.value();
        correctPerson.handle(new PersonId(request.personId()), person -> {
            PersonName name = person.name();
            return switch (correction.field()) {
                case LAST_NAME -> person.corrected(new PersonName(value, name.first(), name.middle()));
                case FIRST_NAME -> person.corrected(new PersonName(name.last(), value, name.middle()));
                case MIDDLE_NAME -> person.corrected(new PersonName(name.last(), name.first(), value));
                case BIRTH_DATE -> person.corrected(LocalDate.parse(value));
                case INN -> person.corrected(new Inn(value));
            };
        });
    }
}

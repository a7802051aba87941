package okno.identity.rights;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.identity.person.domain.PersonId;
import okno.identity.rights.domain.Correction;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.RequestKind;
import okno.identity.rights.persistence.DataRequests;
import okno.identity.rights.persistence.WorkingDays;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.number.Inn;
import okno.platform.core.number.InvalidNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** A person says that something recorded of them is wrong; an operator looks at the evidence. */
@Service
public class RequestCorrection {

    static final String BASIS = "152-FZ art. 21";

    private final DataRequests requests;
    private final WorkingDays workingDays;
    private final Audit audit;
    private final JsonMapper json;
    private final Clock clock;

    RequestCorrection(DataRequests requests, WorkingDays workingDays, Audit audit, JsonMapper json, Clock clock) {
        this.requests = requests;
        this.workingDays = workingDays;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** What is wrong, and how it should be. */
    public record Command(Correction correction) {

        /** Never the values. */
        @Override
        public String toString() {
            return "Command[" + correction.field() + "]";
        }
    }

    /** @throws Problem {@code invalid_content} for a value that the field cannot have */
    @Transactional
    public DataRequest handle(Caller caller, Command command) {
        requirePossible(command.correction());
        UUID person = PersonId.of(caller).value();
        Instant now = clock.instant();
        LocalDate due =
                RequestKind.CORRECTION.dueOn(LocalDate.ofInstant(now, RequestExport.ZONE), workingDays.calendar());
        DataRequest request = DataRequest.of(Ids.next(), person, RequestKind.CORRECTION, due, now);
        requests.insert(request, json.writeValueAsString(command.correction()), null);
        audit.record(
                caller, AuditRecord.done("correction.requested", "data_request", request.id(), caller.id(), BASIS));
        return request;
    }

    private void requirePossible(Correction correction) {
        try {
            switch (correction.field()) {
                case BIRTH_DATE -> {
                    if (LocalDate.parse(correction.value())
                            .isAfter(LocalDate.ofInstant(clock.instant(), RequestExport.ZONE))) {
                        throw Problem.invalid("/value", "value_impossible");
                    }
                }
                case INN -> new Inn(correction.value());
                case LAST_NAME, FIRST_NAME, MIDDLE_NAME -> {
                    if (!correction.value().matches("[\\p{L}][\\p{L}' .-]{0,99}")) {
                        throw Problem.invalid("/value", "value_impossible");
                    }
                }
            }
        } catch (DateTimeException | InvalidNumber impossible) {
            throw Problem.invalid("/value", "value_impossible");
        }
    }
}

package okno.identity.rights;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import okno.identity.person.domain.PersonId;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.RequestKind;
import okno.identity.rights.persistence.DataRequests;
import okno.identity.rights.persistence.ExportParts;
import okno.identity.rights.persistence.WorkingDays;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person asks for a copy of everything; it is gathered in the background, one service at a time. */
@Service
public class RequestExport {

    static final String BASIS = "152-FZ art. 14";
    static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final DataRequests requests;
    private final ExportParts parts;
    private final WorkingDays workingDays;
    private final RightsProperties properties;
    private final Audit audit;
    private final Clock clock;

    RequestExport(
            DataRequests requests,
            ExportParts parts,
            WorkingDays workingDays,
            RightsProperties properties,
            Audit audit,
            Clock clock) {
        this.requests = requests;
        this.parts = parts;
        this.workingDays = workingDays;
        this.properties = properties;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws Problem {@code data_request_open} while an earlier one is under way, {@code data_export_recent} soon after one:
     *     six services work for each
     */
    @Transactional
    public DataRequest handle(Caller caller) {
        UUID person = PersonId.of(caller).value();
        Instant now = clock.instant();
        requireSomeTimePassed(person, now);
        LocalDate due = RequestKind.EXPORT.dueOn(LocalDate.ofInstant(now, ZONE), workingDays.calendar());
        DataRequest request = DataRequest.of(Ids.next(), person, RequestKind.EXPORT, due, now);
        if (!requests.insert(request, null, null)) {
            throw new Problem(ProblemKind.CONFLICT, "data_request_open");
        }
        parts.insert(request.id(), OwnRecords.SERVICE, now);
        properties.sources().forEach(source -> parts.insert(request.id(), source, now));
        audit.record(
                caller, AuditRecord.done("data_export.requested", "data_request", request.id(), caller.id(), BASIS));
        return request;
    }

    private void requireSomeTimePassed(UUID person, Instant now) {
        List<DataRequest> last = requests.page(person, RequestKind.EXPORT, null, 1);
        if (last.isEmpty() || last.getFirst().closedAt() == null) {
            return;
        }
        Duration left = Duration.between(now, last.getFirst().createdAt().plus(properties.again()));
        if (left.isPositive()) {
            throw new Problem(ProblemKind.TOO_MANY, "data_export_recent", left.toMinutes() + 1)
                    .with("retryAfterSeconds", left.toSeconds() + 1);
        }
    }
}

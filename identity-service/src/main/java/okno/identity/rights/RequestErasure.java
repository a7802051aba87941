package okno.identity.rights;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import okno.identity.person.domain.PersonId;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.RequestKind;
import okno.identity.rights.persistence.DataRequests;
import okno.identity.rights.persistence.WorkingDays;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person asks for the end of their account and of everything that no law keeps. */
@Service
public class RequestErasure {

    static final String BASIS = "152-FZ art. 21";
    private static final int RECEIPT_BYTES = 16;

    private final DataRequests requests;
    private final WorkingDays workingDays;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RequestErasure(DataRequests requests, WorkingDays workingDays, Audit audit, Clock clock) {
        this.requests = requests;
        this.workingDays = workingDays;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The request, and what reads its result when there is no account any more; told once, kept as a hash.
     *
     * @param receipt 32 hexadecimal digits
     */
    public record Requested(DataRequest request, String receipt) {

        /** Never the receipt. */
        @Override
        public String toString() {
            return "Requested[" + request.id() + "]";
        }
    }

    /**
     * @throws Problem {@code insufficient_user_authentication} unless logged in with two factors, {@code
     *     data_request_open} while an earlier one is open
     */
    @Transactional
    public Requested handle(Caller caller) {
        if (!caller.acr().equals("2fa") && !caller.acr().equals("qes")) {
            throw new Problem(ProblemKind.INSUFFICIENT_AUTHENTICATION, "insufficient_user_authentication", "2fa");
        }
        UUID person = PersonId.of(caller).value();
        Instant now = clock.instant();
        LocalDate due = RequestKind.ERASURE.dueOn(LocalDate.ofInstant(now, RequestExport.ZONE), workingDays.calendar());
        DataRequest request = DataRequest.of(Ids.next(), person, RequestKind.ERASURE, due, now);
        byte[] receipt = new byte[RECEIPT_BYTES];
        random.nextBytes(receipt);
        String written = HexFormat.of().formatHex(receipt);
        if (!requests.insert(request, null, written)) {
            throw new Problem(ProblemKind.CONFLICT, "data_request_open");
        }
        audit.record(caller, AuditRecord.done("erasure.requested", "data_request", request.id(), caller.id(), BASIS));
        return new Requested(request, written);
    }
}

package okno.registry.extract;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.registry.record.RecordQueries;
import okno.registry.record.domain.Register;
import okno.registry.record.domain.RegisterRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Issues an extract of a record as it is now. The document is drawn outside the transaction: it takes a while. */
@Service
public class IssueExtract {

    private final RecordQueries records;
    private final ExtractDocument document;
    private final Extracts extracts;
    private final Audit audit;
    private final Clock clock;
    private final TransactionOperations transaction;

    IssueExtract(
            RecordQueries records,
            ExtractDocument document,
            Extracts extracts,
            Audit audit,
            Clock clock,
            TransactionOperations transaction) {
        this.records = records;
        this.document = document;
        this.extracts = extracts;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What is asked for.
     *
     * @param key ОГРН or ОГРНИП
     * @param personId account of the person it is for, when a service asks for them
     * @param applicationId the application it answers: asked again, the same extract is the answer
     */
    public record Command(
            Register register,
            String key,
            Extract.Kind kind,
            Extract.Format format,
            @Nullable String personId,
            @Nullable UUID applicationId) {}

    /**
     * The issued extract.
     *
     * @throws Problem {@code extract_kind_unavailable} for other than a short PDF, {@code not_found}
     */
    Extract handle(Caller caller, Command command) {
        if (command.kind() != Extract.Kind.SHORT || command.format() != Extract.Format.PDF) {
            throw Problem.invalid("/kind", "extract_kind_unavailable");
        }
        UUID applicationId = command.applicationId();
        Optional<Extract> already =
                applicationId == null ? Optional.empty() : extracts.findByApplication(applicationId);
        return already.orElseGet(() -> issue(caller, command));
    }

    private Extract issue(Caller caller, Command command) {
        RegisterRecord found = records.get(command.register(), command.key());
        UUID id = Ids.next();
        var now = clock.instant();
        byte[] content = document.draw(id, found, now);
        var extract = new Extract(
                id,
                command.applicationId(),
                command.register(),
                found.key(),
                command.kind(),
                command.format(),
                found.entryNumber(),
                Sha256.hex(content),
                content.length,
                now);
        Owner owner = command.personId() == null ? Owner.of(caller) : new Owner(command.personId(), caller.orgId());
        boolean issued = Boolean.TRUE.equals(transaction.execute(status -> store(caller, extract, owner, content)));
        UUID applicationId = command.applicationId();
        return issued || applicationId == null
                ? extract
                : extracts.findByApplication(applicationId).orElseThrow();
    }

    private boolean store(Caller caller, Extract extract, Owner owner, byte[] content) {
        UUID applicationId = extract.applicationId();
        if (applicationId != null && !extracts.claim(applicationId, extract.id())) {
            return false;
        }
        extracts.insert(extract, owner, content);
        audit.record(caller, AuditRecord.done("extract.issued", "extract", extract.id(), null, "129-FZ art. 6"));
        return true;
    }
}

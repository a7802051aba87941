package okno.application.scan;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okno.application.casefile.RecordStep;
import okno.application.scan.persistence.Quarantine;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.documents.store.DocumentStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Throws infected contents away when nobody needs them as evidence any more; the rows stay REJECTED. Several replicas may do
 * it side by side.
 */
@Component
public class EndQuarantine {

    private static final String COMPONENT = "application-service";
    private static final int BATCH = 100;

    private final Quarantine quarantine;
    private final DocumentStore documents;
    private final ScanProperties properties;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    EndQuarantine(
            Quarantine quarantine,
            DocumentStore documents,
            ScanProperties properties,
            Audit audit,
            TransactionOperations transaction,
            Clock clock) {
        this.quarantine = quarantine;
        this.documents = documents;
        this.properties = properties;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many contents were thrown away. */
    public int handle() {
        int total = 0;
        List<Quarantine.Ended> gone;
        do {
            gone = Objects.requireNonNull(transaction.execute(status -> end()));
            total += gone.size();
        } while (gone.size() >= BATCH);
        return total;
    }

    /** The content goes before the row says so: should either fail, both are tried again. */
    private List<Quarantine.Ended> end() {
        Instant now = clock.instant();
        Instant before = now.minus(properties.quarantine());
        List<Quarantine.Ended> ended = new ArrayList<>(quarantine.endOfPapers(before, now, BATCH));
        ended.addAll(quarantine.endOfDocuments(before, now, BATCH));
        for (Quarantine.Ended file : ended) {
            documents.delete(file.id());
            audit.record(
                    COMPONENT,
                    AuditRecord.done(
                            "document.quarantine_ended", "document", file.id(), file.personId(), RecordStep.BASIS));
        }
        return ended;
    }
}

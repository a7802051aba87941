package okno.application.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.documents.persistence.PersonalDocuments;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.documents.store.DocumentStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets documents whose last day is over; several replicas may do it side by side. */
@Component
public class SweepDocuments {

    private static final String COMPONENT = "application-service";
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final int BATCH = 100;

    private final PersonalDocuments personalDocuments;
    private final RecordShare recordShare;
    private final DocumentStore documents;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    SweepDocuments(
            PersonalDocuments personalDocuments,
            RecordShare recordShare,
            DocumentStore documents,
            Audit audit,
            TransactionOperations transaction,
            Clock clock) {
        this.personalDocuments = personalDocuments;
        this.recordShare = recordShare;
        this.documents = documents;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many were forgotten. */
    public int handle() {
        int total = 0;
        List<UUID> gone;
        do {
            gone = Objects.requireNonNull(transaction.execute(status -> forget()));
            gone.forEach(documents::delete);
            total += gone.size();
        } while (gone.size() == BATCH);
        return total;
    }

    private List<UUID> forget() {
        List<UUID> gone = new ArrayList<>();
        for (PersonalDocuments.Overdue overdue :
                personalDocuments.overdue(LocalDate.now(clock.withZone(ZONE)), BATCH)) {
            recordShare.forget(overdue.id());
            personalDocuments.delete(overdue.id());
            audit.record(
                    COMPONENT,
                    AuditRecord.done(
                            "document.expired", "document", overdue.id(), overdue.personId(), RecordStep.BASIS));
            gone.add(overdue.id());
        }
        return gone;
    }
}

package okno.application.upload;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import okno.application.upload.persistence.Uploads;
import okno.platform.documents.store.DocumentStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets uploads whose time is over; several replicas may do it side by side. */
@Component
public class SweepUploads {

    private static final int BATCH = 100;

    private final Uploads uploads;
    private final DocumentStore documents;
    private final TransactionOperations transaction;
    private final Clock clock;

    SweepUploads(Uploads uploads, DocumentStore documents, TransactionOperations transaction, Clock clock) {
        this.uploads = uploads;
        this.documents = documents;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many were forgotten. */
    public int handle() {
        int total = 0;
        int count;
        do {
            List<UUID> pieces = new ArrayList<>();
            count = Objects.requireNonNull(transaction.execute(status -> forget(pieces)));
            // After the commit; what a crash leaves here, the sweep of orphans finds.
            pieces.forEach(documents::delete);
            total += count;
        } while (count == BATCH);
        return total;
    }

    private int forget(List<UUID> pieces) {
        List<UUID> expired = uploads.expired(clock.instant(), BATCH);
        for (UUID id : expired) {
            pieces.addAll(uploads.pieces(id));
            uploads.delete(id);
        }
        return expired.size();
    }
}

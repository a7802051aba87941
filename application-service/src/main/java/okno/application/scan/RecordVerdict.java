package okno.application.scan;

import java.util.List;
import java.util.UUID;
import okno.application.scan.persistence.ScanTaskRows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends the wait of a file, together with what its place makes of the verdict. */
@Component
class RecordVerdict {

    private final ScanTaskRows tasks;
    private final List<Scanned> places;

    RecordVerdict(ScanTaskRows tasks, List<Scanned> places) {
        this.tasks = tasks;
        this.places = places;
    }

    /** @param found what was found; null: nothing. False when another had recorded it before, or the file is gone. */
    @Transactional
    public boolean handle(UUID documentId, @Nullable String found) {
        places.forEach(place -> place.lock(documentId));
        if (!tasks.done(documentId)) {
            return false;
        }
        for (Scanned place : places) {
            if (found == null) {
                place.clean(documentId);
            } else {
                place.reject(documentId, found);
            }
        }
        return true;
    }
}

package okno.application.sweep;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import okno.application.sweep.persistence.StoredContents;
import okno.platform.documents.store.DocumentStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * After a change of the service's key, seals the keys of all documents by the new one; contents stay as they are. What a
 * crash interrupts begins anew and passes over what is done. Afterwards documents open without the old key.
 */
@Component
public class RewrapDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(RewrapDocuments.class);
    /** All there are, also those of a clock that goes ahead of ours. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final DocumentStore documents;
    private final StoredContents contents;
    private final MeterRegistry meters;
    private final Clock clock;

    RewrapDocuments(DocumentStore documents, StoredContents contents, MeterRegistry meters, Clock clock) {
        this.documents = documents;
        this.contents = contents;
        this.meters = meters;
        this.clock = clock;
    }

    /** Nothing to do when it was done for the present key. */
    public void handle() {
        String key = documents.presentKey();
        if (contents.isRewrapped(key)) {
            return;
        }
        documents.each(clock.instant().plus(MARGIN), this::rewrap);
        contents.rewrapped(key, clock.instant());
        LOG.info("All documents are sealed by the present key");
    }

    private void rewrap(List<UUID> ids) {
        for (UUID id : ids) {
            if (documents.rewrap(id)) {
                meters.counter("okno.documents.rewrapped").increment();
            }
        }
    }
}

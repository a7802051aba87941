package okno.application.sweep;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.application.sweep.persistence.StoredContents;
import okno.platform.documents.store.DocumentStore;
import org.springframework.stereotype.Component;

/**
 * Forgets contents without a row: what a crash between content and row left, or between a row's end and its content's. Only
 * old ones: a row comes after its content.
 */
@Component
public class SweepOrphans {

    /** Far longer than a content waits for its row. */
    private static final Duration AGE = Duration.ofDays(2);

    private final DocumentStore documents;
    private final StoredContents contents;
    private final MeterRegistry meters;
    private final Clock clock;

    SweepOrphans(DocumentStore documents, StoredContents contents, MeterRegistry meters, Clock clock) {
        this.documents = documents;
        this.contents = contents;
        this.meters = meters;
        this.clock = clock;
    }

    public void handle() {
        Instant old = clock.instant().minus(AGE);
        documents.each(old, this::forgetOrphans);
        documents.forgetUnfinished(old);
    }

    private void forgetOrphans(List<UUID> ids) {
        for (UUID orphan : contents.orphans(ids)) {
            documents.delete(orphan);
            meters.counter("okno.documents.orphans").increment();
        }
    }
}

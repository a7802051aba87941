package okno.application.scan;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.documents.store.DocumentStore;
import org.springframework.stereotype.Component;

/** Has one file scanned and records the verdict; by the worker, or at once by whoever wants to read it first. */
@Component
public class ScanDocument {

    private final DocumentStore documents;
    private final MalwareScanner scanner;
    private final RecordVerdict recordVerdict;
    private final MeterRegistry meters;

    ScanDocument(DocumentStore documents, MalwareScanner scanner, RecordVerdict recordVerdict, MeterRegistry meters) {
        this.documents = documents;
        this.scanner = scanner;
        this.recordVerdict = recordVerdict;
        this.meters = meters;
    }

    /** @throws Problem {@code scan_pending} when there is no verdict to be had now */
    public void handle(UUID documentId) {
        Optional<String> found;
        try (InputStream content = documents.open(documentId)) {
            found = scanner.scan(content);
        } catch (IOException e) {
            meters.counter("okno.scan.verdicts", "verdict", "none").increment();
            throw new Problem(ProblemKind.UNAVAILABLE, "scan_pending");
        }
        if (recordVerdict.handle(documentId, found.orElse(null))) {
            meters.counter("okno.scan.verdicts", "verdict", found.isPresent() ? "infected" : "clean")
                    .increment();
        }
    }
}

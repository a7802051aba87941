package okno.registry.extract;

import java.time.Instant;
import java.util.UUID;
import okno.platform.core.Problem;
import okno.registry.record.RecordQueries;
import okno.registry.record.domain.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells anyone who holds an extract whether it is genuine, unchanged and still current. */
@RestController
@RequestMapping("/api/v1/extracts/verification/{documentId}")
@PreAuthorize("denyAll()")
class VerificationController {

    private final Extracts extracts;
    private final RecordQueries records;

    VerificationController(Extracts extracts, RecordQueries records) {
        this.extracts = extracts;
        this.records = records;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    Verification byId(@PathVariable UUID documentId) {
        return verify(documentId, null);
    }

    /** With the file itself, so that a changed byte shows. */
    @PostMapping(consumes = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("permitAll()")
    Verification byFile(@PathVariable UUID documentId, @RequestBody byte[] file) {
        return verify(documentId, file);
    }

    private Verification verify(UUID documentId, byte @Nullable [] file) {
        Extract extract = extracts.find(documentId).orElseThrow(Problem::notFound);
        boolean current =
                records.get(extract.register(), extract.key()).entryNumber().equals(extract.entryNumber());
        Boolean unchanged = file == null ? null : Sha256.hex(file).equals(extract.sha256());
        return new Verification(
                documentId,
                true,
                unchanged,
                current,
                extract.register().path(),
                shownKey(extract),
                extract.sha256(),
                extract.createdAt());
    }

    /** A company is named in full; of a sole trader only the last digits, for comparison with the paper in hand. */
    private static String shownKey(Extract extract) {
        return extract.register() == Register.EGRUL
                ? extract.key()
                : extract.key().replaceAll(".(?=.{4})", "*");
    }

    /**
     * What holds of a document.
     *
     * @param unchanged null when only the id was given
     * @param current false when the record has changed since
     */
    record Verification(
            UUID documentId,
            boolean genuine,
            @Nullable Boolean unchanged,
            boolean current,
            String register,
            String key,
            String sha256,
            Instant issuedAt) {}
}

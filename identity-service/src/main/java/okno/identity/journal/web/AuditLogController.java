package okno.identity.journal.web;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import okno.identity.journal.HeadKeys;
import okno.identity.journal.ProofQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signed heads of the journal, proofs against them and the keys to check them by; for everybody. */
@RestController
@PreAuthorize("denyAll()")
class AuditLogController {

    private final ProofQueries proofs;
    private final HeadKeys keys;

    AuditLogController(ProofQueries proofs, HeadKeys keys) {
        this.proofs = proofs;
        this.keys = keys;
    }

    @GetMapping("/api/v1/audit/head")
    @PreAuthorize("permitAll()")
    TreeHeadResponse newestHead() {
        return TreeHeadResponse.from(proofs.head(null));
    }

    @GetMapping("/api/v1/audit/heads/{size}")
    @PreAuthorize("permitAll()")
    TreeHeadResponse headOfSize(@PathVariable long size) {
        return TreeHeadResponse.from(proofs.head(size));
    }

    @GetMapping("/api/v1/audit/proofs/{entryId}")
    @PreAuthorize("permitAll()")
    InclusionProofResponse inclusion(
            @PathVariable UUID entryId, @RequestParam(name = "size", required = false) @Nullable Long size) {
        return InclusionProofResponse.from(proofs.inclusion(entryId, size));
    }

    @GetMapping("/api/v1/audit/consistency")
    @PreAuthorize("permitAll()")
    ConsistencyProofResponse consistency(
            @RequestParam("from") long from, @RequestParam(name = "to", required = false) @Nullable Long to) {
        return ConsistencyProofResponse.from(proofs.consistency(from, to));
    }

    @GetMapping(path = "/.well-known/okno-audit-jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    ResponseEntity<Map<String, Object>> headKeys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .body(keys.published());
    }
}

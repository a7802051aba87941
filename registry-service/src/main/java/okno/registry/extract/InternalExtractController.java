package okno.registry.extract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.registry.record.domain.Register;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Extracts that our own services need for an application; asked again for the same one, the answer is the same. */
@RestController
@RequestMapping("/internal/extracts")
@PreAuthorize("denyAll()")
class InternalExtractController {

    private final IssueExtract issueExtract;
    private final Extracts extracts;

    InternalExtractController(IssueExtract issueExtract, Extracts extracts) {
        this.issueExtract = issueExtract;
        this.extracts = extracts;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('service')")
    ResponseEntity<Issued> issue(Caller caller, @Valid @RequestBody IssueRequest request) {
        Extract issued = issueExtract.handle(
                caller,
                new IssueExtract.Command(
                        Register.ofPath(request.register()),
                        request.key(),
                        request.kind(),
                        request.format(),
                        request.personId(),
                        request.applicationId()));
        return ResponseEntity.created(URI.create("/internal/extracts/" + issued.id()))
                .body(new Issued(issued.id(), issued.sha256(), issued.size()));
    }

    @GetMapping("/{id}/content")
    @PreAuthorize("hasAuthority('service')")
    ResponseEntity<byte[]> content(@PathVariable UUID id) {
        return ExtractController.pdf(id, extracts.content(id).orElseThrow(Problem::notFound));
    }

    /** For which application and which account's person. */
    record IssueRequest(
            @NotBlank String register,
            @NotBlank String key,
            @NotNull Extract.Kind kind,
            @NotNull Extract.Format format,
            @NotBlank String personId,
            @NotNull UUID applicationId) {}

    /** The extract, its SHA-256 in hex and size in bytes. */
    record Issued(UUID id, String sha256, long size) {}
}

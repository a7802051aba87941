package okno.registry.extract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.registry.record.domain.Register;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Extracts for people and companies. */
@RestController
@RequestMapping("/api/v1/extracts")
@PreAuthorize("denyAll()")
class ExtractController {

    private final IssueExtract issueExtract;
    private final Extracts extracts;

    ExtractController(IssueExtract issueExtract, Extracts extracts) {
        this.issueExtract = issueExtract;
        this.extracts = extracts;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<ExtractResponse> issue(Caller caller, @Valid @RequestBody ExtractRequest request) {
        Extract issued = issueExtract.handle(
                caller,
                new IssueExtract.Command(
                        Register.ofPath(request.register()),
                        request.key(),
                        request.kind(),
                        request.format(),
                        null,
                        null));
        return ResponseEntity.created(URI.create("/api/v1/extracts/" + issued.id()))
                .body(ExtractResponse.from(issued));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    ExtractResponse get(Caller caller, @PathVariable UUID id) {
        return ExtractResponse.from(extracts.findOwned(id, caller).orElseThrow(Problem::notFound));
    }

    @GetMapping("/{id}/content")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<byte[]> content(Caller caller, @PathVariable UUID id) {
        return pdf(id, extracts.contentOwned(id, caller).orElseThrow(Problem::notFound));
    }

    static ResponseEntity<byte[]> pdf(UUID id, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("extract-" + id + ".pdf")
                                .build()
                                .toString())
                .body(content);
    }

    /** Register by its path segment, such as {@code egrul}; only SHORT as PDF is issued so far. */
    record ExtractRequest(
            @NotBlank String register,
            @NotBlank String key,
            @NotNull Extract.Kind kind,
            @NotNull Extract.Format format) {}

    /** An issued extract; size in bytes, SHA-256 of the content in hex. */
    record ExtractResponse(
            UUID id,
            String register,
            String key,
            String kind,
            String format,
            String sha256,
            long size,
            Instant createdAt) {

        static ExtractResponse from(Extract extract) {
            return new ExtractResponse(
                    extract.id(),
                    extract.register().path(),
                    extract.key(),
                    extract.kind().name(),
                    extract.format().name(),
                    extract.sha256(),
                    extract.size(),
                    extract.createdAt());
        }
    }
}

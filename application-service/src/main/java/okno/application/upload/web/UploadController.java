package okno.application.upload.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import okno.application.casefile.PaperResponse;
import okno.application.casefile.domain.Paper;
import okno.application.upload.AppendPiece;
import okno.application.upload.BeginUpload;
import okno.application.upload.FindUpload;
import okno.application.upload.FinishUpload;
import okno.application.upload.domain.Upload;
import okno.platform.core.Caller;
import okno.platform.security.UnderPowerOfAttorney;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Headers as in draft-ietf-httpbis-resumable-upload and RFC 9530. */
@RestController
@RequestMapping("/api/v1/applications/{id}/attachments/uploads")
@PreAuthorize("denyAll()")
class UploadController {

    private static final String PARTIAL = "application/partial-upload";

    private final BeginUpload beginUpload;
    private final FindUpload findUpload;
    private final AppendPiece appendPiece;
    private final FinishUpload finishUpload;
    private final Clock clock;

    UploadController(
            BeginUpload beginUpload,
            FindUpload findUpload,
            AppendPiece appendPiece,
            FinishUpload finishUpload,
            Clock clock) {
        this.beginUpload = beginUpload;
        this.findUpload = findUpload;
        this.appendPiece = appendPiece;
        this.finishUpload = finishUpload;
        this.clock = clock;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("applications.draft")
    ResponseEntity<UploadResponse> begin(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody BeginUploadRequest request) {
        Upload upload = beginUpload.handle(new BeginUpload.Command(
                caller, id, request.kind(), request.fileName(), request.size(), request.sha256()));
        return ResponseEntity.created(URI.create("/api/v1/applications/" + id + "/attachments/uploads/" + upload.id()))
                .headers(headers(upload))
                .body(UploadResponse.from(upload));
    }

    /** Answers HEAD as well: the headers alone say where to go on. */
    @GetMapping("/{uploadId}")
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("applications.draft")
    ResponseEntity<UploadResponse> one(Caller caller, @PathVariable UUID id, @PathVariable UUID uploadId) {
        Upload upload = findUpload.handle(caller, id, uploadId);
        return ResponseEntity.ok().headers(headers(upload)).body(UploadResponse.from(upload));
    }

    @PatchMapping(path = "/{uploadId}", consumes = PARTIAL)
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("applications.draft")
    ResponseEntity<PaperResponse> append(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID uploadId,
            @RequestHeader("Upload-Offset") long offset,
            @RequestHeader("Content-Digest") String digest,
            HttpServletRequest request)
            throws IOException {
        Upload upload = appendPiece.handle(new AppendPiece.Command(
                caller, id, uploadId, offset, ContentDigest.sha256(digest), request.getInputStream()));
        if (!upload.isWhole()) {
            return ResponseEntity.noContent().headers(headers(upload)).build();
        }
        Paper paper = finishUpload.handle(caller, upload);
        return ResponseEntity.created(URI.create("/api/v1/applications/" + id + "/attachments/" + paper.id()))
                .header("Upload-Complete", "?1")
                .body(PaperResponse.from(paper));
    }

    @DeleteMapping("/{uploadId}")
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("applications.draft")
    ResponseEntity<Void> cancel(Caller caller, @PathVariable UUID id, @PathVariable UUID uploadId) {
        finishUpload.cancel(findUpload.handle(caller, id, uploadId).id());
        return ResponseEntity.noContent().build();
    }

    private HttpHeaders headers(Upload upload) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Upload-Offset", Long.toString(upload.received()));
        headers.set("Upload-Length", Long.toString(upload.size()));
        headers.set("Upload-Complete", "?0");
        headers.set(
                "Upload-Limit",
                "max-append-size=%d, min-append-size=%d, max-age=%d"
                        .formatted(
                                Upload.MAX_PIECE,
                                Upload.MIN_PIECE,
                                Duration.between(clock.instant(), upload.expiresAt())
                                        .toSeconds()));
        headers.setCacheControl("no-store");
        return headers;
    }
}

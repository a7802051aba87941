package okno.application.documents.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import okno.application.documents.ShareDocument;
import okno.application.documents.domain.Share;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/documents/{documentId}/shares")
@PreAuthorize("denyAll()")
class ShareController {

    private final ShareDocument shareDocument;

    ShareController(ShareDocument shareDocument) {
        this.shareDocument = shareDocument;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<ShareResponse> share(
            Caller caller, @PathVariable UUID documentId, @Valid @RequestBody ShareRequest request) {
        Share share = shareDocument.handle(
                new ShareDocument.Command(caller, documentId, request.applicationId(), request.expiresAt()));
        return ResponseEntity.created(URI.create("/api/v1/documents/" + documentId + "/shares/" + share.id()))
                .body(ShareResponse.from(share));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<ShareResponse> list(Caller caller, @PathVariable UUID documentId) {
        return new KeysetPage<>(
                shareDocument.of(caller, documentId).stream()
                        .map(ShareResponse::from)
                        .toList(),
                null);
    }

    @DeleteMapping("/{shareId}")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<Void> revoke(Caller caller, @PathVariable UUID documentId, @PathVariable UUID shareId) {
        shareDocument.revoke(caller, documentId, shareId);
        return ResponseEntity.noContent().build();
    }
}

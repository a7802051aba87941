package okno.application.documents.web;

import java.util.UUID;
import okno.application.documents.ReadShared;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/agency/applications/{id}/shared-documents")
@PreAuthorize("denyAll()")
class SharedDocumentController {

    private final ReadShared readShared;

    SharedDocumentController(ReadShared readShared) {
        this.readShared = readShared;
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    KeysetPage<DocumentResponse> list(Caller caller, @PathVariable UUID id) {
        return new KeysetPage<>(
                readShared.list(caller, id).stream().map(DocumentResponse::from).toList(), null);
    }

    @GetMapping("/{documentId}/content")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ResponseEntity<byte[]> content(Caller caller, @PathVariable UUID id, @PathVariable UUID documentId) {
        return DocumentContent.of(readShared.open(caller, id, documentId));
    }
}

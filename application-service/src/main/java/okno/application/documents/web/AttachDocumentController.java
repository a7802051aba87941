package okno.application.documents.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import okno.application.casefile.PaperResponse;
import okno.application.casefile.domain.Paper;
import okno.application.documents.AttachDocument;
import okno.platform.core.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/applications/{id}/attachments/from-documents")
@PreAuthorize("denyAll()")
class AttachDocumentController {

    private final AttachDocument attachDocument;

    AttachDocumentController(AttachDocument attachDocument) {
        this.attachDocument = attachDocument;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<PaperResponse> attach(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody AttachDocumentRequest request) {
        Paper paper =
                attachDocument.handle(new AttachDocument.Command(caller, id, request.kind(), request.documentId()));
        return ResponseEntity.created(URI.create("/api/v1/applications/" + id + "/attachments/" + paper.id()))
                .body(PaperResponse.from(paper));
    }
}

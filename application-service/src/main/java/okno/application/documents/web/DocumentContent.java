package okno.application.documents.web;

import okno.application.attachment.web.PaperContent;
import okno.application.documents.ReadDocument;
import okno.application.documents.domain.PersonalDocument;
import org.springframework.http.ResponseEntity;

/** A document as a download. */
final class DocumentContent {

    private DocumentContent() {}

    static ResponseEntity<byte[]> of(ReadDocument.Opened opened) {
        PersonalDocument document = opened.document();
        return PaperContent.of(document.fileName(), document.format(), document.sha256(), opened.content());
    }
}

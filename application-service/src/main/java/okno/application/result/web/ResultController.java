package okno.application.result.web;

import java.util.Locale;
import java.util.UUID;
import okno.application.attachment.ReadPaper;
import okno.application.attachment.web.PaperContent;
import okno.application.casefile.domain.Side;
import okno.application.result.RenderReceipt;
import okno.platform.core.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/applications/{id}")
@PreAuthorize("denyAll()")
class ResultController {

    private final ReadPaper readPaper;
    private final RenderReceipt renderReceipt;

    ResultController(ReadPaper readPaper, RenderReceipt renderReceipt) {
        this.readPaper = readPaper;
        this.renderReceipt = renderReceipt;
    }

    @GetMapping("/results/{resultId}/content")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<byte[]> content(Caller caller, @PathVariable UUID id, @PathVariable UUID resultId) {
        return PaperContent.of(readPaper.ofOwner(caller, id, Side.AGENCY, resultId));
    }

    @GetMapping(path = "/receipt", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<byte[]> receipt(Caller caller, @PathVariable UUID id, Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"receipt.pdf\"")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(renderReceipt.handle(caller, id, locale));
    }
}

package okno.application.result.web;

import java.util.Locale;
import java.util.UUID;
import okno.application.attachment.ReadPaper;
import okno.application.attachment.web.PaperContent;
import okno.application.result.MailResult;
import okno.application.result.ReadResult;
import okno.application.result.RenderReceipt;
import okno.platform.core.Caller;
import okno.platform.security.UnderPowerOfAttorney;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/applications/{id}")
@PreAuthorize("denyAll()")
class ResultController {

    private final ReadResult readResult;
    private final RenderReceipt renderReceipt;
    private final MailResult mailResult;

    ResultController(ReadResult readResult, RenderReceipt renderReceipt, MailResult mailResult) {
        this.readResult = readResult;
        this.renderReceipt = renderReceipt;
        this.mailResult = mailResult;
    }

    /** XML where there is one and it is asked for; {@code print}: a PDF opens in the browser, ready to be printed. */
    @GetMapping("/results/{resultId}/content")
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("results.receive")
    ResponseEntity<byte[]> content(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID resultId,
            @RequestParam(defaultValue = "false") boolean print,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        boolean xml = accept != null && accept.strip().startsWith(MediaType.APPLICATION_XML_VALUE);
        ReadPaper.Opened opened = readResult.handle(caller, id, resultId, xml);
        return print ? PaperContent.toPrint(opened) : PaperContent.of(opened);
    }

    /** A letter to the caller's own address with a link to the result. */
    @PostMapping("/results/{resultId}/mailings")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<Void> mail(Caller caller, @PathVariable UUID id, @PathVariable UUID resultId) {
        mailResult.handle(caller, id, resultId);
        return ResponseEntity.accepted().build();
    }

    @GetMapping(path = "/receipt", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney({"applications.view", "applications.submit"})
    ResponseEntity<byte[]> receipt(Caller caller, @PathVariable UUID id, Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"receipt.pdf\"")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(renderReceipt.handle(caller, id, locale));
    }
}

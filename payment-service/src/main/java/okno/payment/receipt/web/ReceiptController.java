package okno.payment.receipt.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import okno.payment.Payer;
import okno.payment.receipt.RenderReceipt;
import okno.platform.core.Caller;
import okno.platform.web.Language;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Receipts for the payer. */
@RestController
@PreAuthorize("denyAll()")
class ReceiptController {

    private final RenderReceipt renderReceipt;

    ReceiptController(RenderReceipt renderReceipt) {
        this.renderReceipt = renderReceipt;
    }

    @GetMapping(path = "/api/v1/payments/{id}/receipt", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAuthority('person')")
    byte[] receipt(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        return renderReceipt.handle(new RenderReceipt.Command(id, Payer.of(caller), Language.of(request)));
    }
}

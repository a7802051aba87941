package okno.payment.reconciliation.web;

import java.time.OffsetDateTime;
import okno.payment.reconciliation.CompareWithProvider;
import okno.platform.web.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger for those who answer for the money. */
@RestController
@RequestMapping("/api/v1/ledger")
@PreAuthorize("denyAll()")
class LedgerController {

    private final CompareWithProvider compareWithProvider;

    LedgerController(CompareWithProvider compareWithProvider) {
        this.compareWithProvider = compareWithProvider;
    }

    /** Compares the payments created from {@code from} until {@code to} with the provider, a page at a time. */
    @GetMapping("/reconciliation")
    @PreAuthorize("hasAuthority('admin')")
    CompareWithProvider.Report reconciliation(
            @RequestParam OffsetDateTime from, @RequestParam OffsetDateTime to, PageRequest page) {
        return compareWithProvider.handle(new CompareWithProvider.Command(from, to, page.afterId(), page.limit()));
    }
}

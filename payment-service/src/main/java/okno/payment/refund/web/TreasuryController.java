package okno.payment.refund.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import okno.payment.refund.RecordPayout;
import okno.payment.refund.RefundQueries;
import okno.payment.refund.domain.ChargeRefund;
import okno.payment.refund.domain.Payout;
import okno.payment.refund.domain.Refund;
import okno.platform.core.Caller;
import okno.platform.core.Money;
import okno.platform.core.number.Uin;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the treasury has to pay back, and its word that it has. */
@RestController
@RequestMapping("/api/v1/agency/charges")
@PreAuthorize("denyAll()")
class TreasuryController {

    private final RefundQueries refunds;
    private final RecordPayout recordPayout;

    TreasuryController(RefundQueries refunds, RecordPayout recordPayout) {
        this.refunds = refunds;
        this.recordPayout = recordPayout;
    }

    /** Refunds that are owed, oldest first. */
    @GetMapping("/refunds")
    @PreAuthorize("hasAuthority('client')")
    KeysetPage<RefundResponse> owed(Caller caller, PageRequest page) {
        List<RefundResponse> found = refunds.owed(caller, page.afterId(), page.limit()).stream()
                .map(RefundResponse::from)
                .toList();
        return KeysetPage.of(found, page.limit(), refund -> refund.id().toString());
    }

    /** The treasury has paid; saying the same again changes nothing. */
    @PostMapping("/{uin}/refund/payout")
    @PreAuthorize("hasAuthority('client')")
    RefundResponse paid(@PathVariable String uin, Caller caller, @Valid @RequestBody PayoutRequest request) {
        return RefundResponse.from(recordPayout.handle(new RecordPayout.Command(
                caller, Uin.parse(uin), new Payout(request.order().strip(), request.paidOn()))));
    }

    /** {@code order}: number of the payment order; {@code paidOn}: the day on which the account was charged. */
    record PayoutRequest(
            @NotBlank @Size(max = 50) String order, @NotNull LocalDate paidOn) {}

    /** Nothing about the payer: the charge's number says to the treasury whose payment it was. */
    record RefundResponse(
            UUID id,
            String uin,
            Money amount,
            Refund.Ground ground,
            Refund.Status status,
            Instant startedAt,
            @Nullable String order,
            @Nullable LocalDate paidOn) {

        static RefundResponse from(ChargeRefund found) {
            Refund refund = found.refund();
            Payout payout = found.payout();
            return new RefundResponse(
                    refund.id(),
                    found.uin(),
                    refund.amount(),
                    refund.ground(),
                    refund.status(),
                    refund.startedAt(),
                    payout == null ? null : payout.order(),
                    payout == null ? null : payout.paidOn());
        }
    }
}

package okno.payment.refund;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import okno.payment.charge.HoldPaidCharge;
import okno.payment.ledger.PostPayout;
import okno.payment.refund.domain.ChargeRefund;
import okno.payment.refund.domain.Payout;
import okno.payment.refund.domain.Refund;
import okno.payment.refund.persistence.Refunds;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.core.number.Uin;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The treasury says that it has paid a refund: the refund, the ledger, the event and the audit entry in one transaction. */
@Service
public class RecordPayout {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final HoldPaidCharge holdPaidCharge;
    private final Refunds refunds;
    private final PostPayout postPayout;
    private final Announce announce;
    private final Clock clock;

    RecordPayout(
            HoldPaidCharge holdPaidCharge, Refunds refunds, PostPayout postPayout, Announce announce, Clock clock) {
        this.holdPaidCharge = holdPaidCharge;
        this.refunds = refunds;
        this.postPayout = postPayout;
        this.announce = announce;
        this.clock = clock;
    }

    /** What the treasury says of the refund of a charge. */
    public record Command(Caller caller, Uin uin, Payout payout) {}

    /**
     * The refund, paid. The same said again changes nothing.
     *
     * @throws Problem not found for whoever is not the treasury, and when nothing is owed back of the charge; {@code
     *     refund_paid} (409) when it was paid with another order or on another day; {@code invalid_content} when the day is
     *     before the refund was owed, or not yet there
     */
    @Transactional
    public ChargeRefund handle(Command command) {
        Treasury.require(command.caller);
        HoldPaidCharge.Held charge = holdPaidCharge.byNumber(command.uin);
        ChargeRefund kept = refunds.of(charge.id()).orElseThrow(Problem::notFound);
        if (kept.payout() != null) {
            if (kept.payout().equals(command.payout)) {
                return kept;
            }
            throw new Problem(ProblemKind.CONFLICT, "refund_paid");
        }
        Refund refund = kept.refund();
        Instant now = clock.instant();
        LocalDate paidOn = command.payout.paidOn();
        if (paidOn.isAfter(LocalDate.ofInstant(now, ZONE))
                || paidOn.isBefore(LocalDate.ofInstant(refund.startedAt(), ZONE))) {
            throw Problem.invalid("/paidOn", "payout_day_impossible");
        }
        UUID payoutId = Ids.next();
        if (!refunds.pay(refund.id(), payoutId, command.payout)) {
            throw new Problem(ProblemKind.CONFLICT, "refund_paid");
        }
        postPayout.handle(new PostPayout.Command(payoutId, charge.id(), refund.amount(), now));
        announce.paid(command.caller, refund, charge, paidOn);
        return refunds.of(charge.id()).orElseThrow();
    }
}

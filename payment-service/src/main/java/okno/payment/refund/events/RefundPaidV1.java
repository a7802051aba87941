package okno.payment.refund.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.payment.charge.HoldPaidCharge;
import okno.payment.charge.events.ChargeTopic;
import okno.payment.refund.domain.Refund;
import okno.platform.core.Money;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/** Contract {@code contracts/events/refund-paid.v1}. */
public record RefundPaidV1(
        UUID refundId,
        UUID chargeId,
        String uin,
        UUID applicationId,
        String personId,
        @Nullable UUID orgId,
        Money amount,
        LocalDate paidOn,
        Instant occurredAt) {

    public static final String TYPE = "okno.refund.paid.v1";

    /** Later than the word that the refund has started, which bears the version that the charge was held with. */
    public static OutgoingEvent of(Refund refund, HoldPaidCharge.Held charge, LocalDate paidOn, Instant now) {
        return new OutgoingEvent(
                ChargeTopic.NAME,
                TYPE,
                charge.id(),
                charge.version() + 1,
                new RefundPaidV1(
                        refund.id(),
                        charge.id(),
                        charge.uin().value(),
                        charge.applicationId(),
                        charge.payer().personId(),
                        charge.payer().orgId(),
                        refund.amount(),
                        paidOn,
                        now));
    }
}

package okno.payment.refund.events;

import java.time.Instant;
import java.util.UUID;
import okno.payment.charge.HoldPaidCharge;
import okno.payment.charge.events.ChargeTopic;
import okno.payment.refund.domain.Refund;
import okno.platform.core.Money;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/** Contract {@code contracts/events/refund-started.v1}. */
public record RefundStartedV1(
        UUID refundId,
        UUID chargeId,
        String uin,
        UUID applicationId,
        String personId,
        @Nullable UUID orgId,
        Money amount,
        Refund.Ground ground,
        Instant occurredAt) {

    public static final String TYPE = "okno.refund.started.v1";

    public static OutgoingEvent of(Refund refund, HoldPaidCharge.Held charge) {
        return new OutgoingEvent(ChargeTopic.NAME, TYPE, charge.id(), charge.version(), from(refund, charge));
    }

    static RefundStartedV1 from(Refund refund, HoldPaidCharge.Held charge) {
        return new RefundStartedV1(
                refund.id(),
                charge.id(),
                charge.uin().value(),
                charge.applicationId(),
                charge.payer().personId(),
                charge.payer().orgId(),
                refund.amount(),
                refund.ground(),
                refund.startedAt());
    }
}

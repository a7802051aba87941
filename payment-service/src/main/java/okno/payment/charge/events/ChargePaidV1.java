package okno.payment.charge.events;

import java.time.Instant;
import java.util.UUID;
import okno.payment.charge.domain.Charge;
import okno.platform.core.Money;
import org.jspecify.annotations.Nullable;

/** Contract {@code contracts/events/charge-paid.v1}. */
public record ChargePaidV1(
        UUID chargeId,
        String uin,
        UUID applicationId,
        UUID paymentId,
        String personId,
        @Nullable UUID orgId,
        Money amount,
        Instant occurredAt) {

    public static final String TYPE = "okno.charge.paid.v1";

    public static ChargePaidV1 from(Charge charge, UUID paymentId, Instant paidAt) {
        return new ChargePaidV1(
                charge.id(),
                charge.uin().value(),
                charge.applicationId(),
                paymentId,
                charge.payer().personId(),
                charge.payer().orgId(),
                charge.amount(),
                paidAt);
    }
}

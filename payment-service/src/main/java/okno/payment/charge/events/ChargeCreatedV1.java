package okno.payment.charge.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.payment.charge.domain.Charge;
import okno.platform.core.Money;
import org.jspecify.annotations.Nullable;

/** Contract {@code contracts/events/charge-created.v1}. */
public record ChargeCreatedV1(
        UUID chargeId,
        String uin,
        UUID applicationId,
        String personId,
        @Nullable UUID orgId,
        Money amount,
        LocalDate dueDate,
        Instant occurredAt) {

    public static final String TYPE = "okno.charge.created.v1";

    public static ChargeCreatedV1 from(Charge charge) {
        return new ChargeCreatedV1(
                charge.id(),
                charge.uin().value(),
                charge.applicationId(),
                charge.payer().personId(),
                charge.payer().orgId(),
                charge.amount(),
                charge.dueDate(),
                charge.createdAt());
    }
}

package okno.payment.charge.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.payment.Payer;
import okno.platform.core.Money;
import okno.platform.core.number.Uin;
import org.jspecify.annotations.Nullable;

/**
 * What a payer owes for one application.
 *
 * @param uin what the payer and the state payment system know it by
 * @param duty what it is for
 * @param dueDate last day to pay
 * @param closedAt when it was paid or cancelled; null while due
 */
public record Charge(
        UUID id,
        Uin uin,
        UUID applicationId,
        String serviceCode,
        Duty.Key duty,
        Payer payer,
        Money amount,
        LocalDate dueDate,
        ChargeStatus status,
        long version,
        Instant createdAt,
        @Nullable Instant closedAt) {

    public Charge {
        if (amount.amount() <= 0) {
            throw new IllegalArgumentException("a charge is of a positive amount");
        }
    }

    public Charge paid(Instant now) {
        return closed(ChargeStatus.PAID, now);
    }

    public Charge cancelled(Instant now) {
        return closed(ChargeStatus.CANCELLED, now);
    }

    private Charge closed(ChargeStatus next, Instant now) {
        if (!status.canBecome(next)) {
            throw new ChargeNotDue();
        }
        return new Charge(
                id, uin, applicationId, serviceCode, duty, payer, amount, dueDate, next, version + 1, createdAt, now);
    }
}

package okno.payment.refund;

import java.util.List;
import java.util.UUID;
import okno.payment.refund.domain.ChargeRefund;
import okno.payment.refund.persistence.Refunds;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads refunds for the treasury. */
@Component
public class RefundQueries {

    private final Refunds refunds;

    RefundQueries(Refunds refunds) {
        this.refunds = refunds;
    }

    /** What is still to be paid, oldest first; one more than the limit when there are more. */
    public List<ChargeRefund> owed(Caller caller, @Nullable UUID after, int limit) {
        Treasury.require(caller);
        return refunds.owed(after, limit + 1);
    }
}

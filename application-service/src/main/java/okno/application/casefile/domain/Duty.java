package okno.application.casefile.domain;

import java.time.Instant;
import okno.platform.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * The state duty of an application.
 *
 * @param uin number of the charge, once payment-service has made it
 * @param paidAt null: not paid yet
 */
public record Duty(
        Money amount, @Nullable String uin, @Nullable Instant paidAt) {

    public boolean isPaid() {
        return paidAt != null;
    }
}

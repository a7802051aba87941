package okno.payment.provider;

import okno.platform.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * A session as the provider tells it.
 *
 * @param pageUrl where the person pays; null when the provider no longer says
 * @param amount null when the provider does not repeat it
 * @param providerPaymentId the provider's number of the payment once there is one
 */
public record ProviderSession(
        String sessionId,
        @Nullable String pageUrl,
        Status status,
        @Nullable Money amount,
        @Nullable String providerPaymentId) {

    /** Where the session stands. */
    public enum Status {
        CREATED,
        SUCCEEDED,
        DECLINED,
        EXPIRED
    }
}

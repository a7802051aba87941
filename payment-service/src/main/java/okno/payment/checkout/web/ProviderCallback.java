package okno.payment.checkout.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import okno.payment.checkout.ApplyProviderResult;
import okno.payment.checkout.domain.PaymentStatus;
import okno.platform.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says about a payment.
 *
 * @param eventId the same on every repeat
 * @param merchantPaymentId our payment
 * @param amount minor units
 */
record ProviderCallback(
        @NotBlank @Size(max = 100) String eventId,
        @NotBlank @Size(max = 100) String sessionId,
        @NotNull UUID merchantPaymentId,
        @NotNull Verdict status,
        long amount,
        @NotBlank String currency,
        @Nullable @Size(max = 100) String providerPaymentId) {

    /** The provider's words. */
    enum Verdict {
        SUCCEEDED,
        DECLINED
    }

    ApplyProviderResult.Command toCommand() {
        return new ApplyProviderResult.Command(
                merchantPaymentId,
                eventId,
                switch (status) {
                    case SUCCEEDED -> PaymentStatus.SUCCEEDED;
                    case DECLINED -> PaymentStatus.DECLINED;
                },
                sessionId,
                new Money(amount, currency),
                providerPaymentId);
    }
}

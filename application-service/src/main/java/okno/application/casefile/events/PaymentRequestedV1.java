package okno.application.casefile.events;

import java.time.Instant;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Duty;
import okno.platform.core.Money;
import org.jspecify.annotations.Nullable;

/** Contract {@code application-payment-requested.v1}: the duty of an application is to be charged. */
public record PaymentRequestedV1(
        UUID applicationId,
        String serviceCode,
        String personId,
        @Nullable UUID orgId,
        Money amount,
        String purpose,
        Instant occurredAt) {

    public static final String TYPE = "okno.application.payment_requested.v1";

    static PaymentRequestedV1 from(Application application, Duty duty) {
        return new PaymentRequestedV1(
                application.id(),
                application.service().code(),
                application.owner().personId(),
                application.owner().orgId(),
                duty.amount(),
                "state-duty." + application.service().code(),
                application.updatedAt());
    }
}

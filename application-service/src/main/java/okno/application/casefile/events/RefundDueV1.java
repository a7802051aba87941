package okno.application.casefile.events;

import java.time.Instant;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Duty;
import okno.application.casefile.domain.RefundGround;
import okno.platform.core.Money;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/** Contract {@code application-refund-due.v1}: a duty that was paid is due back; told once for an application. */
public record RefundDueV1(
        UUID applicationId,
        @Nullable String number,
        String serviceCode,
        String agency,
        String personId,
        @Nullable UUID orgId,
        @Nullable String uin,
        Money amount,
        RefundGround ground,
        Instant occurredAt) {

    public static final String TYPE = "okno.application.refund_due.v1";

    public static OutgoingEvent of(Application application, Duty duty, RefundGround ground) {
        return new OutgoingEvent(
                ApplicationEvents.TOPIC,
                TYPE,
                application.id(),
                application.version(),
                from(application, duty, ground));
    }

    static RefundDueV1 from(Application application, Duty duty, RefundGround ground) {
        return new RefundDueV1(
                application.id(),
                application.filing() == null
                        ? null
                        : application.filing().number().value(),
                application.service().code(),
                application.service().agency(),
                application.owner().personId(),
                application.owner().orgId(),
                duty.uin(),
                duty.amount(),
                ground,
                application.updatedAt());
    }
}

package okno.application.casefile;

import java.time.Clock;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Duty;
import okno.application.casefile.domain.Message;
import okno.application.casefile.domain.RefundGround;
import okno.application.casefile.domain.Side;
import okno.application.casefile.events.RefundDueV1;
import okno.application.casefile.persistence.Messages;
import okno.platform.core.Ids;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A duty was paid for nothing: payment-service is told, and the applicant reads of it in the file. */
@Component
public class OweRefund {

    /** Tax Code art. 333.40 p. 3: within a month; who gets nothing may apply for it within three years of the payment. */
    private static final String NOTE =
            "Возврат уплаченной госпошлины начат. Если деньги не придут за месяц, подайте заявление о"
                    + " возврате в течение трёх лет со дня уплаты (ст. 333.40 НК РФ). / The refund of the duty has begun. If the money has"
                    + " not come within a month, apply for it within three years of the payment (Tax Code art. 333.40).";

    private final Messages messages;
    private final Outbox outbox;
    private final Clock clock;

    OweRefund(Messages messages, Outbox outbox, Clock clock) {
        this.messages = messages;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Called after the application was saved; nothing happens when no duty was paid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(Application application, RefundGround ground) {
        Duty duty = application.duty();
        if (duty != null && duty.isPaid()) {
            messages.insert(
                    new Message(Ids.next(), application.id(), Side.SYSTEM, Message.Kind.NOTE, NOTE, clock.instant()));
            outbox.append(RefundDueV1.of(application, duty, ground));
        }
    }
}

package okno.payment.charge;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import okno.payment.Payer;
import okno.payment.charge.domain.Charge;
import okno.payment.charge.domain.ChargeStatus;
import okno.payment.charge.domain.Duty;
import okno.payment.charge.events.ChargeCreatedV1;
import okno.payment.charge.events.ChargeTopic;
import okno.payment.charge.persistence.Charges;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Ids;
import okno.platform.core.Money;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the charge of an application that waits for its duty: one per application, whoever asks and however often. */
@Service
public class CreateCharge {

    /** Due dates are days of the payee, who lives by Moscow time. */
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final Charges charges;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    CreateCharge(Charges charges, Outbox outbox, Audit audit, Clock clock) {
        this.charges = charges;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param purpose code of the duty, {@code state-duty.<serviceCode>} */
    public record Command(UUID applicationId, String serviceCode, String purpose, Payer payer, Money amount) {}

    /** Does nothing when the application has its charge already. */
    @Transactional
    public void handle(Command command) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(MOSCOW).toLocalDate();
        Duty duty = charges.duty(command.purpose(), today);
        var charge = new Charge(
                Ids.next(),
                duty.uin(charges.nextNumber()),
                command.applicationId(),
                command.serviceCode(),
                duty.key(),
                command.payer(),
                command.amount(),
                duty.dueDate(today),
                ChargeStatus.DUE,
                1,
                now,
                null);
        if (charges.insert(charge)) {
            outbox.append(ChargeTopic.event(ChargeCreatedV1.TYPE, charge, ChargeCreatedV1.from(charge)));
            audit.record(
                    "payment-service",
                    AuditRecord.done(
                            "charge.created",
                            "charge",
                            charge.id(),
                            command.payer().personId(),
                            "NK-RF-333.18"));
        }
    }
}

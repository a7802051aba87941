package okno.registry.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Ogrn;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import okno.registry.record.domain.Register;
import okno.registry.record.domain.RegisterEntry;
import okno.registry.record.domain.RegisterRecord.PersonName;
import okno.registry.record.domain.RegisterRecord.SoleTrader;
import okno.registry.record.domain.RegisterRecord.Status;
import okno.registry.record.persistence.RegisterEntries;
import okno.registry.record.persistence.SoleTraders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters a sole trader into ЕГРИП (129-FZ art. 22.1). A person who has a record in force gets no second one: the answer is
 * the record they have.
 */
@Service
public class RegisterSoleTrader {

    static final String TOPIC = "okno.registry.record.v1";
    static final String REGISTERED = "okno.record.registered.v1";

    private final SoleTraders soleTraders;
    private final RegisterEntries entries;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    RegisterSoleTrader(SoleTraders soleTraders, RegisterEntries entries, Outbox outbox, Audit audit, Clock clock) {
        this.soleTraders = soleTraders;
        this.entries = entries;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An approved application.
     *
     * @param inn the person's, 12 digits; its first two digits name the region of the tax office that registers
     * @param okvedMain main activity by ОКВЭД 2
     */
    public record Command(UUID applicationId, String personId, Inn inn, PersonName name, String okvedMain) {}

    /** Enters the record and publishes its number; the record in force when there is one. */
    @Transactional
    public SoleTrader handle(Command command) {
        Instant now = clock.instant();
        SoleTrader entered = newRecord(command, LocalDate.now(clock));
        SoleTrader inForce = entered;
        if (soleTraders.insert(entered, command.applicationId(), command.personId())) {
            entries.insert(
                    Register.EGRIP,
                    entered.ogrnip(),
                    new RegisterEntry(entered.entryNumber(), entered.registeredOn(), RegisterEntry.Kind.CREATED));
            audit.record(
                    "registry-service",
                    AuditRecord.done(
                            "register_record.registered",
                            "egrip",
                            entered.ogrnip(),
                            command.personId(),
                            "129-FZ art. 22.1"));
        } else {
            inForce = soleTraders.findActiveByInn(command.inn().value()).orElseThrow();
        }
        outbox.append(new OutgoingEvent(
                TOPIC, REGISTERED, command.applicationId(), 1, RecordRegisteredV1.from(inForce, command, now)));
        return inForce;
    }

    /** ОГРНИП: sign 3, year, region, nine digits of our own, check digit. The first entry bears the same number. */
    private SoleTrader newRecord(Command command, LocalDate today) {
        String region = command.inn().value().substring(0, 2);
        Ogrn ogrnip = Ogrn.complete("3%02d%s%09d".formatted(today.getYear() % 100, region, soleTraders.nextNumber()));
        return new SoleTrader(
                ogrnip.value(),
                command.inn().value(),
                command.name(),
                Status.ACTIVE,
                today,
                region,
                command.okvedMain(),
                ogrnip.value());
    }
}

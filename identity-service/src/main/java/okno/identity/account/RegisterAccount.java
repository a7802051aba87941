package okno.identity.account;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import okno.identity.account.domain.Registrant;
import okno.identity.account.domain.Registration;
import okno.identity.account.persistence.Registrations;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody registers. The answer, the time it takes and the row that is written are the same whether the SNILS, the phone
 * or the e-mail is free, belongs to a person or to another registration: a stranger learns nothing (152-FZ art. 7). Who
 * registers again with the same three is sent the letter again, within limits.
 */
@Service
public class RegisterAccount {

    static final String BASIS = "152-FZ art. 6";

    private final Registrations registrations;
    private final AccountProperties properties;
    private final Audit audit;
    private final Clock clock;

    RegisterAccount(Registrations registrations, AccountProperties properties, Audit audit, Clock clock) {
        this.registrations = registrations;
        this.properties = properties;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was typed. */
    public record Command(Registrant registrant) {}

    /** @return the registration's id; of no use to anybody but the support desk */
    @Transactional
    public UUID handle(Command command) {
        Instant now = clock.instant();
        UUID id = Ids.next();
        var registration = new Registration(
                id, Registration.Status.NEW, command.registrant(), null, 0, now, now.plus(properties.term()));
        registrations.askForAnotherLetter(
                command.registrant(), now.minus(properties.letterAfter()), properties.letters(), now);
        boolean free = registrations.insert(registration);
        audit.record(
                "identity-service",
                free
                        ? AuditRecord.done("account.requested", "registration", id, null, BASIS)
                        : AuditRecord.refused("account.requested", "registration", id, null, BASIS));
        return id;
    }
}

package okno.identity.account;

import java.time.Clock;
import java.util.UUID;
import okno.identity.account.domain.Registration;
import okno.identity.account.events.AccountOpenedV1;
import okno.identity.account.persistence.Registrations;
import okno.identity.person.persistence.Persons;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes a person out of a registration; both in one transaction. */
@Component
class NewPersons {

    private final Registrations registrations;
    private final Persons persons;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionOperations transaction;

    NewPersons(
            Registrations registrations,
            Persons persons,
            Audit audit,
            Outbox outbox,
            Clock clock,
            TransactionOperations transaction) {
        this.registrations = registrations;
        this.persons = persons;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Adds the person, unless somebody else has got the SNILS, the phone or the e-mail meanwhile. */
    void add(Registration registration, UUID accountId) {
        try {
            transaction.executeWithoutResult(status -> insert(registration, accountId));
        } catch (DuplicateKeyException taken) {
            registrations.hold(registration.id());
        }
    }

    private void insert(Registration registration, UUID accountId) {
        persons.insert(registration.registrant().toPerson(accountId), clock.instant());
        registrations.delete(registration.id());
        String person = accountId.toString();
        audit.record(
                "identity-service",
                AuditRecord.done("account.confirmed", "account", person, person, RegisterAccount.BASIS));
        outbox.append(new OutgoingEvent(
                AccountOpenedV1.TOPIC,
                AccountOpenedV1.TYPE,
                accountId,
                1,
                new AccountOpenedV1(accountId, clock.instant())));
    }
}

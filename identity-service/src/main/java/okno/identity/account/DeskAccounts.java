package okno.identity.account;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import okno.identity.account.domain.Registration;
import okno.identity.account.persistence.Registrations;
import okno.identity.account.persistence.TemporaryPasswords;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transactions around an account that an officer opens. */
@Service
class DeskAccounts {

    private final Registrations registrations;
    private final TemporaryPasswords passwords;
    private final Audit audit;
    private final Clock clock;

    DeskAccounts(Registrations registrations, TemporaryPasswords passwords, Audit audit, Clock clock) {
        this.registrations = registrations;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps the registration, so that whatever is opened at Keycloak is removed one day; false when it is taken. */
    @Transactional
    boolean begin(Caller officer, Registration registration) {
        boolean free = registrations.insertUnsent(registration);
        if (!free) {
            registrations.delete(registration.id());
            audit.record(
                    officer,
                    AuditRecord.refused(
                            "account.opened", "registration", registration.id(), null, RegisterAccount.BASIS));
        }
        return free;
    }

    @Transactional
    void opened(Caller officer, Registration registration, UUID account, Instant expiresAt) {
        registrations.sent(registration.id(), account, clock.instant());
        passwords.insert(account, expiresAt);
        audit.record(
                officer,
                AuditRecord.done(
                        "account.opened",
                        "registration",
                        registration.id(),
                        account.toString(),
                        RegisterAccount.BASIS));
    }
}

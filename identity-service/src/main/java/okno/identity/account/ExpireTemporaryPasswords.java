package okno.identity.account;

import java.time.Clock;
import java.util.UUID;
import okno.identity.account.persistence.TemporaryPasswords;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.client.RestClientException;

/** Takes passwords of the first log-in away that nobody has changed in time. */
@Service
class ExpireTemporaryPasswords {

    private static final Logger LOG = LoggerFactory.getLogger(ExpireTemporaryPasswords.class);
    private static final int AT_ONCE = 100;

    private final TemporaryPasswords passwords;
    private final KeycloakAccounts keycloak;
    private final Audit audit;
    private final Clock clock;
    private final TransactionOperations transaction;

    ExpireTemporaryPasswords(
            TemporaryPasswords passwords,
            KeycloakAccounts keycloak,
            Audit audit,
            Clock clock,
            TransactionOperations transaction) {
        this.passwords = passwords;
        this.keycloak = keycloak;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void expire() {
        passwords.expired(AT_ONCE, clock.instant()).forEach(this::expire);
    }

    private void expire(UUID account) {
        try {
            boolean unused = keycloak.removeUnchangedPassword(account);
            transaction.executeWithoutResult(status -> {
                passwords.delete(account);
                if (unused) {
                    audit.record(
                            "identity-service",
                            AuditRecord.done(
                                    "temporary_password.expired",
                                    "account",
                                    account,
                                    account.toString(),
                                    RegisterAccount.BASIS));
                }
            });
        } catch (RestClientException | Problem failed) {
            LOG.warn(
                    "The temporary password of {} stays until Keycloak answers: {}",
                    account,
                    failed.getClass().getSimpleName());
        }
    }
}

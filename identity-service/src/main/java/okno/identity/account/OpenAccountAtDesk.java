package okno.identity.account;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import okno.identity.account.domain.Registrant;
import okno.identity.account.domain.Registration;
import okno.identity.account.domain.TemporaryPassword;
import okno.identity.account.persistence.Registrations;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClientException;

/**
 * An officer of a one-stop office opens an account for a visitor and hands out a password for the first log-in, which
 * Keycloak makes the visitor change, after e-mail and phone have been confirmed. Until then there is no person, as with
 * any registration; what is not finished in time is removed.
 */
@Service
public class OpenAccountAtDesk {

    private final Registrations registrations;
    private final DeskAccounts accounts;
    private final KeycloakAccounts keycloak;
    private final AccountProperties properties;
    private final Clock clock;

    OpenAccountAtDesk(
            Registrations registrations,
            DeskAccounts accounts,
            KeycloakAccounts keycloak,
            AccountProperties properties,
            Clock clock) {
        this.registrations = registrations;
        this.accounts = accounts;
        this.keycloak = keycloak;
        this.properties = properties;
        this.clock = clock;
    }

    /** The visitor, as the officer read it in their documents. */
    public record Command(Registrant registrant) {}

    /**
     * What the officer hands over.
     *
     * @param password shown this once
     * @param expiresAt worth nothing from then on
     */
    public record Opened(UUID id, TemporaryPassword password, Instant expiresAt) {}

    /**
     * An officer may be told what a stranger may not.
     *
     * @throws Problem {@code account_exists} when a person has the SNILS, the phone or the e-mail; {@code
     *     dependency_unavailable} when Keycloak does not answer; what it may have opened is removed within minutes
     */
    public Opened handle(Caller officer, Command command) {
        Instant now = clock.instant();
        var registration = new Registration(
                Ids.next(), Registration.Status.NEW, command.registrant(), null, 0, now, now.plus(properties.term()));
        if (!accounts.begin(officer, registration)) {
            throw taken();
        }
        TemporaryPassword password = TemporaryPassword.random();
        Instant expiresAt = now.plus(properties.passwordLife());
        try {
            UUID account = keycloak.openWithPassword(
                    registration.id(), command.registrant(), password, properties.passwordLife());
            accounts.opened(officer, registration, account, expiresAt);
        } catch (AddressTaken taken) {
            registrations.delete(registration.id());
            throw taken();
        } catch (RestClientException | Problem failed) {
            registrations.abandon(registration.id(), clock.instant());
            throw new Problem(ProblemKind.UNAVAILABLE, "dependency_unavailable");
        }
        return new Opened(registration.id(), password, expiresAt);
    }

    private static Problem taken() {
        return new Problem(ProblemKind.CONFLICT, "account_exists");
    }
}

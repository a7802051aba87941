package okno.identity.account;

import java.util.UUID;
import okno.identity.account.domain.Registration;
import okno.identity.account.persistence.Registrations;
import org.springframework.stereotype.Service;

/**
 * Keycloak says that somebody has confirmed a phone; if they are registering, and the e-mail is confirmed as well, the
 * person comes to be. Keycloak is asked what holds now: the event only says that it is worth asking. A phone that was
 * confirmed by somebody who is no longer registering is none of our business here.
 */
@Service
public class ConfirmAccount {

    private final Registrations registrations;
    private final KeycloakAccounts keycloak;
    private final NewPersons newPersons;

    ConfirmAccount(Registrations registrations, KeycloakAccounts keycloak, NewPersons newPersons) {
        this.registrations = registrations;
        this.keycloak = keycloak;
        this.newPersons = newPersons;
    }

    /** Whose phone was confirmed, by the account's id. */
    public record Command(UUID accountId) {}

    public void handle(Command command) {
        Registration registration = registrations.ofAccount(command.accountId()).orElse(null);
        if (registration == null) {
            return;
        }
        boolean confirmed = keycloak.find(command.accountId())
                .filter(account ->
                        account.hasConfirmed(registration.registrant().phone()))
                .isPresent();
        if (confirmed) {
            newPersons.add(registration, command.accountId());
        }
    }
}

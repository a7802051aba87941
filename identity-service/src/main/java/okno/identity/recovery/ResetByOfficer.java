package okno.identity.recovery;

import java.util.UUID;
import okno.identity.account.AccountProperties;
import okno.identity.person.FindPerson;
import okno.identity.person.domain.Passport;
import okno.identity.person.domain.Person;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.core.number.Snils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * An officer has a visitor and their passport before them. Whoever loses phone and mailbox gets a temporary password, which
 * Keycloak has them change at the first log-in and takes away when that does not come in time; the second factor is asked
 * for as ever. Who works at the portal is helped by its administrators alone.
 */
@Service
public class ResetByOfficer {

    private final FindPerson persons;
    private final KeycloakPasswords keycloak;
    private final RecordReset record;
    private final AccountProperties accounts;

    ResetByOfficer(FindPerson persons, KeycloakPasswords keycloak, RecordReset record, AccountProperties accounts) {
        this.accounts = accounts;
        this.persons = persons;
        this.keycloak = keycloak;
        this.record = record;
    }

    /** As the officer read them. */
    public record Command(Snils snils, String passportSeries, String passportNumber) {

        /** Never the numbers. */
        @Override
        public String toString() {
            return "ResetByOfficer.Command";
        }
    }

    /**
     * The temporary password; it is shown this once.
     *
     * <p>Keycloak first, the journal second: should this service end in between, Keycloak's own entry is in the journal.
     *
     * @throws Problem {@code own_witness}; {@code recovery_refused} when nobody is known by this SNILS and passport
     */
    public String handle(Caller officer, Command command) {
        Person person = persons.withSnils(command.snils())
                .filter(known -> isSame(known.passport(), command))
                .orElseThrow(() -> record.refused(officer));
        UUID id = person.id().value();
        if (officer.id().equals(id.toString())) {
            throw new Problem(ProblemKind.FORBIDDEN, "own_witness");
        }
        String password = TemporaryPassword.random();
        if (!keycloak.setTemporary(id, password, accounts.passwordLife())) {
            throw record.refused(officer);
        }
        record.done(officer, id);
        return password;
    }

    private static boolean isSame(@Nullable Passport known, Command shown) {
        return known != null
                && known.series().equals(shown.passportSeries())
                && known.number().equals(shown.passportNumber());
    }
}

package okno.identity.consent;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import okno.identity.consent.domain.Consent;
import okno.identity.consent.persistence.Consents;
import okno.identity.person.domain.PersonId;
import okno.platform.core.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The person is erased, and with them every consent ends; in the transaction of the erasure. */
@Service
public class EndConsents {

    private final Consents consents;
    private final KeepConsent keepConsent;
    private final Clock clock;

    EndConsents(Consents consents, KeepConsent keepConsent, Clock clock) {
        this.consents = consents;
        this.keepConsent = keepConsent;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(PersonId person) {
        Caller system = new Caller(
                "identity-service", Caller.Kind.SERVICE, Set.of("service"), "", "", null, null, null, null, null);
        List<Consent> open;
        do {
            open = consents.lockOpen(person.value());
            open.forEach(consent -> keepConsent.withdrawn(system, consent.withdrawn(clock.instant())));
        } while (!open.isEmpty());
    }
}

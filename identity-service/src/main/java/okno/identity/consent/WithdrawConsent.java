package okno.identity.consent;

import java.time.Clock;
import java.util.UUID;
import okno.identity.consent.domain.Consent;
import okno.identity.consent.persistence.Consents;
import okno.identity.person.domain.PersonId;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person takes a consent back (152-FZ, article 9, part 2): the next read finds nothing. Doing it twice does no harm. */
@Service
public class WithdrawConsent {

    private final Consents consents;
    private final KeepConsent keepConsent;
    private final Clock clock;

    WithdrawConsent(Consents consents, KeepConsent keepConsent, Clock clock) {
        this.consents = consents;
        this.keepConsent = keepConsent;
        this.clock = clock;
    }

    /** Which one. */
    public record Command(UUID consentId) {}

    @Transactional
    public void handle(Caller caller, Command command) {
        Consent consent =
                consents.lock(command.consentId(), PersonId.of(caller).value()).orElseThrow(Problem::notFound);
        Consent withdrawn = consent.withdrawn(clock.instant());
        if (withdrawn.version() != consent.version()) {
            keepConsent.withdrawn(caller, withdrawn);
        }
    }
}

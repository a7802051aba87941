package okno.identity.assurance;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.identity.assurance.domain.Attempt;
import okno.identity.assurance.domain.Verification;
import okno.identity.assurance.persistence.Attempts;
import okno.identity.assurance.persistence.Verifications;
import okno.identity.person.domain.PersonId;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;

/** What proves who the caller is, newest first, and what they have begun. */
@Service
public class VerificationQueries {

    private final Verifications verifications;
    private final Attempts attempts;

    VerificationQueries(Verifications verifications, Attempts attempts) {
        this.verifications = verifications;
        this.attempts = attempts;
    }

    public List<Verification> of(Caller caller) {
        return verifications.of(PersonId.of(caller));
    }

    public Optional<Verification> proof(Caller caller, UUID id) {
        return of(caller).stream().filter(proof -> proof.id().equals(id)).findFirst();
    }

    public Attempt attempt(Caller caller, UUID id) {
        return attempts.findOf(PersonId.of(caller), id).orElseThrow(Problem::notFound);
    }
}

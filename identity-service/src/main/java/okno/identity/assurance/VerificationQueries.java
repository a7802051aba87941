package okno.identity.assurance;

import java.util.List;
import okno.identity.assurance.domain.Verification;
import okno.identity.assurance.persistence.Verifications;
import okno.identity.person.domain.PersonId;
import okno.platform.core.Caller;
import org.springframework.stereotype.Service;

/** What proves who the caller is, newest first. */
@Service
public class VerificationQueries {

    private final Verifications verifications;

    VerificationQueries(Verifications verifications) {
        this.verifications = verifications;
    }

    public List<Verification> of(Caller caller) {
        return verifications.of(PersonId.of(caller));
    }
}

package okno.identity.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import okno.identity.consent.domain.Consent;
import okno.identity.consent.domain.ConsentStatus;
import okno.identity.consent.persistence.Consents;
import okno.identity.person.domain.PersonId;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Consents as their giver and the other services read them. */
@Service
public class ConsentQueries {

    private final Consents consents;
    private final Clock clock;

    ConsentQueries(Consents consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    /** A consent with the status it has now. */
    public record View(Consent consent, ConsentStatus status) {}

    /** The caller's, newest first, one row more than asked for when there are more. */
    public List<View> page(Caller caller, @Nullable UUID after, int rows) {
        return consents.page(PersonId.of(caller).value(), after, rows).stream()
                .map(this::view)
                .toList();
    }

    public View mine(Caller caller, UUID id) {
        return view(consents.find(id, PersonId.of(caller).value()).orElseThrow(Problem::notFound));
    }

    /** The bytes that the caller signed, or is asked to sign. */
    public byte[] document(Caller caller, UUID id) {
        return consents.document(id, PersonId.of(caller).value()).orElseThrow(Problem::notFound);
    }

    /** What holds right now between the two; read anew at every call, so a withdrawal is effective at once. */
    public List<Consent> inForce(UUID personId, String recipient) {
        return consents.inForce(personId, recipient, LocalDate.ofInstant(clock.instant(), Consent.ZONE));
    }

    public View view(Consent consent) {
        Instant now = clock.instant();
        return new View(consent, consent.statusAt(now));
    }
}

package okno.identity.rights;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.identity.consent.EndConsents;
import okno.identity.person.domain.PersonId;
import okno.identity.rights.domain.ErasureAnswer;
import okno.identity.rights.persistence.OwnStock;
import okno.platform.rights.ErasedPersons;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The erasure of what this service has; last, because it is by this that the others are asked. */
@Component
class OwnErasure {

    static final String COMPONENT = "identity-service";

    private final EndConsents endConsents;
    private final OwnStock stock;
    private final OwnKept kept;
    private final ErasedPersons erasedPersons;

    OwnErasure(EndConsents endConsents, OwnStock stock, OwnKept kept, ErasedPersons erasedPersons) {
        this.endConsents = endConsents;
        this.stock = stock;
        this.kept = kept;
        this.erasedPersons = erasedPersons;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    ErasureAnswer handle(UUID erasureId, PersonId person, Instant now) {
        endConsents.handle(person);
        Map<String, Long> erased = stock.erase(person);
        erasedPersons.remember(person.toString(), erasureId, now);
        List<ErasureAnswer.Erased> gone = erased.entrySet().stream()
                .map(entry -> new ErasureAnswer.Erased(entry.getKey(), entry.getValue()))
                .toList();
        List<ErasureAnswer.Kept> stays = kept.kept(person.toString()).stream()
                .map(found -> new ErasureAnswer.Kept(found.what(), found.count(), found.law(), found.term(), null))
                .toList();
        return new ErasureAnswer(COMPONENT, gone, stays);
    }
}

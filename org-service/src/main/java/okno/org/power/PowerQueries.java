package okno.org.power;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import okno.org.power.domain.NamedPerson;
import okno.org.power.domain.PowerOfAttorney;
import okno.org.power.persistence.Powers;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Powers of attorney as their two sides read them. */
@Service
public class PowerQueries {

    private final Powers powers;
    private final Clock clock;

    PowerQueries(Powers powers, Clock clock) {
        this.powers = powers;
        this.clock = clock;
    }

    /** Which side of it the reader is on. */
    public enum Side {
        GIVEN,
        RECEIVED
    }

    /**
     * A power of attorney as one side sees it.
     *
     * @param inForce whether the representative may act by it at this moment
     */
    public record View(
            PowerOfAttorney power, Side side, boolean inForce, NamedPerson principal, NamedPerson representative) {}

    /** The caller's, on either side; @throws Problem {@code poa_not_found} also when it is others' */
    public View get(UUID id, Caller caller) {
        return view(find(id, caller.id()), caller.id());
    }

    /** One that the caller received. */
    public PowerOfAttorney received(UUID id, Caller caller) {
        PowerOfAttorney power = find(id, caller.id()).power();
        if (!caller.id().equals(power.representativeId())) {
            throw notFound();
        }
        return power;
    }

    /** The bytes that are signed. */
    public byte[] document(UUID id, Caller caller) {
        return find(id, caller.id()).document();
    }

    /** Newest first, one more than the limit. */
    public List<View> list(String personId, Side side, @Nullable UUID after, int limit) {
        List<Powers.Kept> rows = side == Side.GIVEN
                ? powers.given(personId, after, limit + 1)
                : powers.received(personId, after, limit + 1);
        return rows.stream().map(kept -> view(kept, personId)).toList();
    }

    /** "Not there" and "not yours" alike. */
    static Problem notFound() {
        return new Problem(ProblemKind.NOT_FOUND, "poa_not_found");
    }

    private Powers.Kept find(UUID id, String personId) {
        return powers.find(id, personId).orElseThrow(PowerQueries::notFound);
    }

    private View view(Powers.Kept kept, String personId) {
        PowerDocument.Parties parties = PowerDocument.parties(kept.document());
        return new View(
                kept.power(),
                kept.power().principalId().equals(personId) ? Side.GIVEN : Side.RECEIVED,
                kept.power().inForce(clock.instant()),
                parties.principal(),
                parties.representative());
    }
}

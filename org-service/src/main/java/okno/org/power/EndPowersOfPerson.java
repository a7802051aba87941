package okno.org.power;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okno.org.power.domain.PowerOfAttorney;
import okno.org.power.persistence.Powers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person's account ends: what they gave is taken back, what they received is given up, and what they wrote and never
 * signed is forgotten.
 */
@Component
public class EndPowersOfPerson {

    private final Powers powers;
    private final KeepPower keepPower;
    private final Clock clock;

    EndPowersOfPerson(Powers powers, KeepPower keepPower, Clock clock) {
        this.powers = powers;
        this.keepPower = keepPower;
        this.clock = clock;
    }

    /** How many of each kind are gone or ended, in the transaction of the caller. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Long> handle(String personId) {
        Map<String, Long> gone = new LinkedHashMap<>();
        gone.put("unsigned_power_of_attorney", powers.eraseUnsigned(personId));
        List<PowerOfAttorney> active = powers.active(personId);
        active.forEach(power -> keepPower.endedWithAccount(power, ended(power, personId)));
        gone.put("power_of_attorney", (long) active.size());
        return gone;
    }

    private PowerOfAttorney ended(PowerOfAttorney power, String personId) {
        return power.principalId().equals(personId) ? power.revoked(clock.instant()) : power.refused(clock.instant());
    }
}

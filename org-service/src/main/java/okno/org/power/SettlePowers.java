package okno.org.power;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import okno.org.power.domain.PowerOfAttorney;
import okno.org.power.domain.PowerStatus;
import okno.org.power.persistence.Powers;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Looks after powers of attorney whose time has come: finds the account of the person named, now or when they have one, and
 * lets run out what is over. Nobody's outage is an answer.
 */
@Service
public class SettlePowers {

    private static final Logger LOG = LoggerFactory.getLogger(SettlePowers.class);

    private final Powers powers;
    private final PersonClient persons;
    private final KeepPower keepPower;
    private final PowerProperties settings;
    private final Clock clock;

    SettlePowers(Powers powers, PersonClient persons, KeepPower keepPower, PowerProperties settings, Clock clock) {
        this.powers = powers;
        this.persons = persons;
        this.keepPower = keepPower;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks after one; false when none is due. */
    public boolean handleNext() {
        Instant now = clock.instant();
        Optional<Powers.Kept> claimed = powers.claim(now, now.plus(settings.lease()));
        claimed.ifPresent(kept -> settle(kept, now));
        return claimed.isPresent();
    }

    private void settle(Powers.Kept kept, Instant now) {
        PowerOfAttorney power = kept.power();
        boolean over = !now.isBefore(power.terms().end());
        if (over || power.status() == PowerStatus.PENDING_SIGNATURE) {
            keepPower.expired(power);
            return;
        }
        try {
            Optional<String> account =
                    persons.account(PowerDocument.parties(kept.document()).representative());
            if (account.isPresent()) {
                keepPower.received(power, account.get());
            } else {
                postpone(power, now.plus(settings.matchPause()));
            }
        } catch (Problem e) {
            if (e.kind() != ProblemKind.UNAVAILABLE) {
                throw e;
            }
            LOG.info("Nobody answered who the representative of power of attorney {} is", power.id());
        }
    }

    private void postpone(PowerOfAttorney power, Instant next) {
        Instant end = power.terms().end();
        powers.postpone(power, next.isBefore(end) ? next : end);
    }
}

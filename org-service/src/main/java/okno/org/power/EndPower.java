package okno.org.power;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import okno.org.power.domain.PowerOfAttorney;
import okno.org.power.persistence.Powers;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a power of attorney: the principal revokes it, the representative refuses it. Acting tokens are void in seconds. */
@Service
public class EndPower {

    private final Powers powers;
    private final KeepPower keepPower;
    private final Clock clock;

    EndPower(Powers powers, KeepPower keepPower, Clock clock) {
        this.powers = powers;
        this.keepPower = keepPower;
        this.clock = clock;
    }

    /** Whose right it is to end it so. */
    public enum Ending {
        REVOCATION,
        REFUSAL
    }

    /**
     * Which, and how.
     *
     * @param version the version that the caller saw; null: whatever it is
     */
    public record Command(UUID id, Ending ending, @Nullable Long version) {}

    /** @throws Problem {@code poa_not_found} also for the other side, {@code poa_wrong_state}, {@code stale_version} */
    @Transactional
    public PowerOfAttorney handle(Caller caller, Command command) {
        PowerOfAttorney before = powers.lock(command.id(), caller.id())
                .filter(power -> caller.id().equals(whoMay(power, command.ending())))
                .orElseThrow(PowerQueries::notFound);
        if (command.version() != null && command.version() != before.version()) {
            throw Problem.stale();
        }
        Instant now = clock.instant();
        PowerOfAttorney ended = command.ending() == Ending.REVOCATION ? before.revoked(now) : before.refused(now);
        keepPower.ended(caller, before, ended);
        return ended;
    }

    private static @Nullable String whoMay(PowerOfAttorney power, Ending ending) {
        return ending == Ending.REVOCATION ? power.principalId() : power.representativeId();
    }
}

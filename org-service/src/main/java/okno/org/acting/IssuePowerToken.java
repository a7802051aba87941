package okno.org.acting;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import okno.org.acting.IssueActingToken.ActingToken;
import okno.org.power.PowerQueries;
import okno.org.power.domain.PowerOfAttorney;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues the token by which a representative acts for their principal; it never outlives the power of attorney. */
@Service
public class IssuePowerToken {

    private final PowerQueries powers;
    private final ActingTokens tokens;
    private final ActingProperties settings;
    private final Audit audit;
    private final Clock clock;

    IssuePowerToken(PowerQueries powers, ActingTokens tokens, ActingProperties settings, Audit audit, Clock clock) {
        this.powers = powers;
        this.tokens = tokens;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who wants to act, and by which power of attorney.
     *
     * @param keyThumbprint the key that the caller's access token is bound to, or null
     */
    public record Command(Caller caller, @Nullable String keyThumbprint, UUID powerId) {}

    /** @throws Problem {@code poa_not_found} for everybody but the representative, {@code poa_not_in_force} */
    @Transactional
    public ActingToken handle(Command command) {
        Caller caller = command.caller();
        PowerOfAttorney power = powers.received(command.powerId(), caller);
        if (!caller.ial().equals("confirmed")) {
            throw new Problem(ProblemKind.FORBIDDEN, "account_not_confirmed");
        }
        Instant now = clock.instant();
        if (!power.inForce(now)) {
            throw new Problem(ProblemKind.CONFLICT, "poa_not_in_force");
        }
        Instant full = now.plus(settings.life());
        Instant expires =
                full.isBefore(power.terms().end()) ? full : power.terms().end();
        String token = tokens.write(
                new ActingTokens.Whose(caller, command.keyThumbprint()),
                now,
                expires,
                Map.of(
                        "principal", power.principalId(),
                        "poa_id", power.id().toString(),
                        "services", power.terms().services(),
                        "permissions", power.terms().permissionCodes()));
        audit.record(
                caller,
                AuditRecord.done(
                        "acting_token.issued",
                        "power_of_attorney",
                        power.id(),
                        power.principalId(),
                        "Civil Code art. 185-189"));
        return new ActingToken(token, expires);
    }
}

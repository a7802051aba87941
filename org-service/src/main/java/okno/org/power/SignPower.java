package okno.org.power;

import java.time.Clock;
import java.util.UUID;
import okno.org.power.SignatureClient.Signature;
import okno.org.power.domain.PowerOfAttorney;
import okno.org.power.persistence.Powers;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.security.StepUp;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The principal has signed the document with any signature of the portal, a simple one by code or a stronger; from now on
 * the power of attorney holds. Identity-service is asked for the signature outside any transaction.
 */
@Service
public class SignPower {

    private final Powers powers;
    private final SignatureClient signatures;
    private final KeepPower keepPower;
    private final StepUp stepUp;
    private final Clock clock;

    SignPower(Powers powers, SignatureClient signatures, KeepPower keepPower, StepUp stepUp, Clock clock) {
        this.powers = powers;
        this.signatures = signatures;
        this.keepPower = keepPower;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    /** Which power, and the confirmed signature over its document. */
    public record Command(UUID id, UUID signatureId) {}

    /**
     * @throws Problem {@code second_factor_required}, {@code poa_not_found}, {@code poa_wrong_state}; {@code
     *     invalid_content} when the signature is not the principal's own, confirmed one over these very bytes
     */
    public PowerOfAttorney handle(Caller caller, Command command) {
        stepUp.require(caller);
        PowerOfAttorney written = powers.find(command.id(), caller.id())
                .map(Powers.Kept::power)
                .filter(power -> power.principalId().equals(caller.id()))
                .orElseThrow(PowerQueries::notFound);
        PowerOfAttorney signed = written.signed(command.signatureId(), clock.instant());
        if (signatures
                .find(command.signatureId())
                .filter(found -> holds(found, written))
                .isEmpty()) {
            throw notOfDocument();
        }
        try {
            keepPower.signed(caller, signed);
        } catch (DuplicateKeyException usedBefore) {
            throw notOfDocument();
        }
        return signed;
    }

    private static boolean holds(Signature signature, PowerOfAttorney power) {
        return signature.personId().equals(power.principalId())
                && signature.orgId() == null
                && signature.status().equals("CONFIRMED")
                && signature.documentSha256().equalsIgnoreCase(power.documentSha256());
    }

    private static Problem notOfDocument() {
        return Problem.invalid("/signatureId", "poa_signature");
    }
}

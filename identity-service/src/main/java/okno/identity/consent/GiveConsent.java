package okno.identity.consent;

import java.time.Clock;
import java.util.UUID;
import okno.identity.consent.domain.Consent;
import okno.identity.consent.persistence.Consents;
import okno.identity.person.domain.PersonId;
import okno.identity.signature.ConfirmSignature;
import okno.identity.signature.SignatureQueries;
import okno.identity.signature.domain.SignatureRefused;
import okno.identity.signature.domain.SignatureStatus;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person signs a consent with the code; from then on it holds. */
@Service
public class GiveConsent {

    private final Consents consents;
    private final ConfirmSignature confirmSignature;
    private final SignatureQueries signatures;
    private final KeepConsent keepConsent;
    private final Clock clock;

    GiveConsent(
            Consents consents,
            ConfirmSignature confirmSignature,
            SignatureQueries signatures,
            KeepConsent keepConsent,
            Clock clock) {
        this.consents = consents;
        this.confirmSignature = confirmSignature;
        this.signatures = signatures;
        this.keepConsent = keepConsent;
        this.clock = clock;
    }

    /** Which consent, and what was typed. */
    public record Command(UUID consentId, String code) {

        /** Never the code. */
        @Override
        public String toString() {
            return "Command[" + consentId + "]";
        }
    }

    /**
     * A refusal commits too: the try that it cost must not come back.
     *
     * @throws Problem {@code consent_not_pending}, or what {@link ConfirmSignature} refuses, such as {@code code_wrong}
     */
    @Transactional(noRollbackFor = SignatureRefused.class)
    public Consent handle(Caller caller, Command command) {
        Consent consent =
                consents.lock(command.consentId(), PersonId.of(caller).value()).orElseThrow(Problem::notFound);
        consent.requirePending();
        // The code may have been typed where other signatures are confirmed: then the document is signed already.
        if (signatures.mine(caller, consent.signatureId()).status() != SignatureStatus.CONFIRMED) {
            confirmSignature.handle(
                    caller, new ConfirmSignature.Command(consent.signatureId(), command.code(), null, null));
        }
        Consent given = consent.given(clock.instant());
        keepConsent.given(caller, given);
        return given;
    }
}

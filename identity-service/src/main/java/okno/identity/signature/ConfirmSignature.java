package okno.identity.signature;

import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import okno.identity.certificate.SigningKeys;
import okno.identity.signature.domain.Signature;
import okno.identity.signature.domain.SignatureFormat;
import okno.identity.signature.domain.SignatureKind;
import okno.identity.signature.domain.SignatureRefused;
import okno.identity.signature.persistence.Signatures;
import okno.identity.verification.SignedDocument;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.security.StepUp;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person types the code: the right one makes the signature, a wrong one costs a try. An advanced signature takes the
 * password of the key as well, and a wrong password costs the same.
 */
@Service
public class ConfirmSignature {

    private final Signatures signatures;
    private final SigningKeys keys;
    private final FormSignature former;
    private final ConcludeSignature conclude;
    private final StepUp stepUp;
    private final Clock clock;

    ConfirmSignature(
            Signatures signatures,
            SigningKeys keys,
            FormSignature former,
            ConcludeSignature conclude,
            StepUp stepUp,
            Clock clock) {
        this.signatures = signatures;
        this.keys = keys;
        this.former = former;
        this.conclude = conclude;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    /**
     * Which signature, and what was typed.
     *
     * @param document the PDF to put a PAdES signature into; otherwise not needed
     */
    public record Command(
            UUID signatureId, String code, @Nullable String keyPassword, byte @Nullable [] document) {

        @Override
        public String toString() {
            return "Command[" + signatureId + "]";
        }
    }

    /** The signature, and the file that was formed: a detached signature, a signed PDF, nothing for a simple one. */
    public record Confirmed(Signature signature, byte @Nullable [] file) {}

    /**
     * A refusal commits too: the try that it cost must not come back.
     *
     * @throws SignatureRefused {@code code_wrong}, {@code key_password_wrong}, {@code signature_expired},
     *     {@code signature_already_confirmed}, {@code second_factor_required}, or what is missing or unfit in the request, which costs no try
     */
    @Transactional(noRollbackFor = SignatureRefused.class)
    public Confirmed handle(Caller caller, Command command) {
        stepUp.require(caller);
        Signature signature = signatures
                .lock(command.signatureId(), SignatureQueries.personOf(caller), caller.orgId())
                .orElseThrow(Problem::notFound);
        Instant now = clock.instant();
        signature.requireConfirmable(now);
        requireComplete(signature, command);
        if (!signatures.codeMatches(signature.id(), command.code())) {
            throw SignatureRefused.codeWrong(conclude.missed(caller, signature));
        }
        byte[] file = signature.kind() == SignatureKind.ADVANCED ? formed(caller, signature, command) : null;
        boolean detached = file != null && signature.format() != SignatureFormat.PADES;
        Signature confirmed = signature.confirmed(now);
        conclude.confirmed(caller, confirmed, detached ? file : null);
        return new Confirmed(confirmed, file);
    }

    private static void requireComplete(Signature signature, Command command) {
        if (signature.kind() == SignatureKind.QUALIFIED) {
            throw SignatureRefused.otherKind();
        }
        if (signature.kind() == SignatureKind.ADVANCED && command.keyPassword() == null) {
            throw SignatureRefused.keyPasswordRequired();
        }
        if (signature.format() == SignatureFormat.PADES && command.document() == null) {
            throw SignatureRefused.documentRequired();
        }
        if (signature.format() != SignatureFormat.PADES && command.document() != null) {
            throw SignatureRefused.otherKind();
        }
        if (command.document() != null) {
            DocumentCheck.requireSame(signature, SignedDocument.of(command.document()));
            DocumentCheck.requireSuitable(command.document());
        }
    }

    private byte[] formed(Caller caller, Signature signature, Command command) {
        UUID certificate = Objects.requireNonNull(signature.certificateId());
        PrivateKey key = keys.open(certificate, Objects.requireNonNull(command.keyPassword()))
                .orElseThrow(() -> SignatureRefused.keyPasswordWrong(conclude.missed(caller, signature)));
        return former.form(signature, key, command.document());
    }
}

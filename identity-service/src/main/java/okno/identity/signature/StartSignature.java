package okno.identity.signature;

import java.util.UUID;
import okno.identity.certificate.CertificateQueries;
import okno.identity.person.CodeDestination;
import okno.identity.person.ProfileQueries;
import okno.identity.signature.domain.OneTimeCode;
import okno.identity.signature.domain.Signature;
import okno.identity.signature.domain.SignatureFormat;
import okno.identity.signature.domain.SignatureKind;
import okno.identity.signature.domain.SignatureLevel;
import okno.identity.signature.domain.SignatureRefused;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.security.StepUp;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * A person asks to sign a document and is sent a code, unless the signature is made elsewhere. The request is kept before the code leaves, because the limits
 * must count it; when the code cannot be sent the request is taken back, so the failure leaves nothing and costs no try.
 */
@Service
public class StartSignature {

    private final ProfileQueries profiles;
    private final PendingSignatures pending;
    private final NotificationClient notification;
    private final CertificateQueries certificates;
    private final StepUp stepUp;

    StartSignature(
            ProfileQueries profiles,
            PendingSignatures pending,
            NotificationClient notification,
            CertificateQueries certificates,
            StepUp stepUp) {
        this.profiles = profiles;
        this.pending = pending;
        this.notification = notification;
        this.certificates = certificates;
        this.stepUp = stepUp;
    }

    /**
     * What to sign, by its SHA-256 in lower-case hex, and how.
     *
     * @param format of an advanced signature
     * @param level of an advanced signature
     * @param certificateId found here
     */
    public record Command(
            String documentSha256,
            SignatureKind kind,
            SignatureFormat format,
            SignatureLevel level,
            @Nullable UUID certificateId) {

        /** A simple one, by a code. */
        public static Command simple(String documentSha256) {
            return new Command(documentSha256, SignatureKind.SIMPLE, SignatureFormat.CADES, SignatureLevel.T, null);
        }

        Command with(UUID certificate) {
            return new Command(documentSha256, kind, format, level, certificate);
        }
    }

    /**
     * @throws Problem a {@link SignatureRefused}, {@code certificate_required} when the kind needs one that the person does
     *     not have, {@code second_factor_required}, or {@code unavailable} when the code could not be sent
     */
    public Signature handle(Caller caller, Command command) {
        // Demanded at the end; asked for here, so that no code is sent in vain.
        stepUp.require(caller);
        UUID personId = SignatureQueries.personOf(caller);
        return switch (command.kind()) {
            case SIMPLE -> withCode(caller, command);
            case ADVANCED ->
                withCode(caller, command.with(certificates.signing(personId).id()));
            case QUALIFIED -> {
                certificates.requireOwn(personId);
                yield pending.openOutside(caller, personId, command);
            }
        };
    }

    private Signature withCode(Caller caller, Command command) {
        CodeDestination phone = profiles.codeDestination(caller);
        if (!phone.confirmed()) {
            throw SignatureRefused.phoneNotConfirmed();
        }
        OneTimeCode code = OneTimeCode.random();
        Signature signature = pending.open(caller, phone.personId(), command, code);
        try {
            notification.send(CodeMessage.toSign(
                    phone.personId(), phone.phone(), phone.language(), code.digits(), signature.expiresAt()));
        } catch (RuntimeException notSent) {
            pending.discard(caller, signature);
            throw notSent;
        }
        return signature;
    }
}

package okno.identity.signature;

import okno.identity.person.CodeDestination;
import okno.identity.person.ProfileQueries;
import okno.identity.signature.domain.OneTimeCode;
import okno.identity.signature.domain.Signature;
import okno.identity.signature.domain.SignatureKind;
import okno.identity.signature.domain.SignatureRefused;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;

/**
 * A person asks to sign a document and is sent a code. The request is kept before the code leaves, because the limits
 * must count it; when the code cannot be sent the request is taken back, so the failure leaves nothing and costs no try.
 */
@Service
public class StartSignature {

    private final ProfileQueries profiles;
    private final PendingSignatures pending;
    private final NotificationClient notification;

    StartSignature(ProfileQueries profiles, PendingSignatures pending, NotificationClient notification) {
        this.profiles = profiles;
        this.pending = pending;
        this.notification = notification;
    }

    /** What to sign, by its SHA-256 in lower-case hex, and how. */
    public record Command(String documentSha256, SignatureKind kind) {}

    /** @throws Problem a {@link SignatureRefused}, or {@code unavailable} when the code could not be sent */
    public Signature handle(Caller caller, Command command) {
        if (command.kind() != SignatureKind.SIMPLE) {
            throw SignatureRefused.kindUnavailable();
        }
        CodeDestination phone = profiles.codeDestination(caller);
        if (!phone.confirmed()) {
            throw SignatureRefused.phoneNotConfirmed();
        }
        OneTimeCode code = OneTimeCode.random();
        Signature signature = pending.open(caller, phone.personId(), command.documentSha256(), code);
        try {
            notification.send(new CodeMessage(
                    phone.personId(),
                    phone.phone(),
                    phone.language(),
                    code.digits(),
                    "SIGNATURE",
                    signature.expiresAt()));
        } catch (RuntimeException notSent) {
            pending.discard(caller, signature);
            throw notSent;
        }
        return signature;
    }
}

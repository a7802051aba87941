package okno.identity.signature;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import okno.identity.signature.domain.OneTimeCode;
import okno.identity.signature.domain.Signature;
import okno.identity.signature.domain.SignatureRefused;
import okno.identity.signature.persistence.Signatures;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The two transactions around sending a code: opening a signature within the limits, and taking it back. */
@Service
class PendingSignatures {

    private static final String BASIS = "63-FZ art. 5";

    private final Signatures signatures;
    private final SignatureProperties properties;
    private final Audit audit;
    private final Clock clock;

    PendingSignatures(Signatures signatures, SignatureProperties properties, Audit audit, Clock clock) {
        this.signatures = signatures;
        this.properties = properties;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws SignatureRefused when a code was sent a moment ago, or too many within the hour */
    @Transactional
    Signature open(Caller caller, UUID personId, StartSignature.Command command, OneTimeCode code) {
        Instant now = clock.instant();
        signatures.serialise(personId);
        requireWithinLimits(personId, command.documentSha256(), now);
        signatures.expirePending(personId, command.documentSha256());
        Signature signature = requested(caller, personId, command, properties.codeLife());
        return keep(
                caller,
                command.certificateId() == null
                        ? signature
                        : signature.advanced(command.format(), command.level(), command.certificateId()),
                code);
    }

    /** A signature that its holder will make elsewhere: no code, nothing sent. */
    @Transactional
    Signature openOutside(Caller caller, UUID personId, StartSignature.Command command) {
        return keep(
                caller,
                requested(caller, personId, command, properties.outsideLife()).qualified(null),
                null);
    }

    private Signature requested(Caller caller, UUID personId, StartSignature.Command command, Duration life) {
        return Signature.requested(
                Ids.next(),
                personId,
                caller.orgId(),
                command.documentSha256(),
                properties.attempts(),
                life,
                clock.instant());
    }

    private Signature keep(Caller caller, Signature signature, @Nullable OneTimeCode code) {
        signatures.insert(signature, code);
        audit.record(caller, AuditRecord.done("signature.requested", "signature", signature.id(), caller.id(), BASIS));
        return signature;
    }

    @Transactional
    void discard(Caller caller, Signature signature) {
        signatures.delete(signature.id());
        audit.record(
                caller, AuditRecord.refused("signature.requested", "signature", signature.id(), caller.id(), BASIS));
    }

    private void requireWithinLimits(UUID personId, String documentSha256, Instant now) {
        signatures.lastRequest(personId, documentSha256).ifPresent(last -> {
            Duration left = Duration.between(now, last.plus(properties.resendAfter()));
            if (left.isPositive()) {
                throw SignatureRefused.tooSoon(left.toSeconds() + 1);
            }
        });
        if (signatures.countSince(personId, now.minus(Duration.ofHours(1))) >= properties.codesPerHour()) {
            throw SignatureRefused.tooMany(properties.codesPerHour());
        }
    }
}

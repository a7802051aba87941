package okno.identity.signature.web;

import java.time.Instant;
import java.util.UUID;
import okno.identity.signature.SignatureQueries;
import okno.identity.signature.domain.Signature;
import okno.identity.signature.domain.SignatureFormat;
import okno.identity.signature.domain.SignatureKind;
import okno.identity.signature.domain.SignatureLevel;
import okno.identity.signature.domain.SignatureStatus;
import org.jspecify.annotations.Nullable;

/** A signature as its owner, and a service that was given its id, see it. */
record SignatureResponse(
        UUID id,
        UUID personId,
        @Nullable UUID orgId,
        String documentSha256,
        SignatureKind kind,
        SignatureStatus status,
        int attemptsLeft,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant confirmedAt,
        @Nullable SignatureFormat format,
        @Nullable SignatureLevel level,
        @Nullable UUID certificateId) {

    static SignatureResponse from(SignatureQueries.View view) {
        return from(view.signature(), view.status());
    }

    static SignatureResponse from(Signature signature, SignatureStatus status) {
        return new SignatureResponse(
                signature.id(),
                signature.personId(),
                signature.orgId(),
                signature.documentSha256(),
                signature.kind(),
                status,
                signature.attemptsLeft(),
                signature.createdAt(),
                signature.expiresAt(),
                signature.confirmedAt(),
                signature.format(),
                signature.level(),
                signature.certificateId());
    }
}

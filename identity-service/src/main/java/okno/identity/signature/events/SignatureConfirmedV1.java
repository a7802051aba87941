package okno.identity.signature.events;

import java.time.Instant;
import java.util.UUID;
import okno.identity.signature.domain.Signature;
import org.jspecify.annotations.Nullable;

/** Contract {@code contracts/events/signature-confirmed.v1}: a person signed. */
public record SignatureConfirmedV1(
        UUID signatureId, UUID personId, @Nullable UUID orgId, String kind, Instant occurredAt) {

    public static final String TOPIC = "okno.identity.signature.v1";
    public static final String TYPE = "okno.signature.confirmed.v1";

    public static SignatureConfirmedV1 from(Signature signature, Instant occurredAt) {
        return new SignatureConfirmedV1(
                signature.id(),
                signature.personId(),
                signature.orgId(),
                signature.kind().name(),
                occurredAt);
    }
}

package okno.identity.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An audit event about to enter the journal. */
public record NewEntry(UUID eventId, Instant occurredAt, String source, AuditRecorded recorded) {

    public NewEntry {
        // The database keeps microseconds and rounds; the hash must be of what is kept.
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * SHA-256 over all fields in a fixed order, each with its length before it, so that no two different entries have
     * the same form. It must never change: the Merkle log is built of these hashes.
     */
    public byte[] hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String field : canonical()) {
                if (field == null) {
                    digest.update(length(-1));
                } else {
                    byte[] bytes = field.getBytes(UTF_8);
                    digest.update(length(bytes.length));
                    digest.update(bytes);
                }
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    private @Nullable String[] canonical() {
        UUID org = recorded.orgId();
        return new @Nullable String[] {
            "okno.audit.v1",
            eventId.toString(),
            Long.toString(Math.addExact(
                    Math.multiplyExact(occurredAt.getEpochSecond(), 1_000_000L), occurredAt.getNano() / 1_000)),
            source,
            recorded.actorId(),
            recorded.actorKind(),
            org == null ? null : org.toString(),
            recorded.action(),
            recorded.objectType(),
            recorded.objectId(),
            recorded.personId(),
            recorded.basis(),
            recorded.result(),
            recorded.traceId()
        };
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }
}

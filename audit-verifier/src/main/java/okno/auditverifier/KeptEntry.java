package okno.auditverifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the journal keeps it today.
 *
 * @param leafIndex its place in the tree, from 0
 * @param entryHash what the journal says its hash is, hexadecimal
 */
record KeptEntry(
        long leafIndex,
        UUID eventId,
        Instant occurredAt,
        String source,
        String actorId,
        String actorKind,
        @Nullable String orgId,
        String action,
        String objectType,
        String objectId,
        @Nullable String personId,
        String basis,
        String result,
        @Nullable String traceId,
        String entryHash) {

    /** SHA-256 of the canonical form: each field behind its length (4 bytes, big-endian); a missing one has length -1. */
    byte[] computedHash() {
        var form = new ByteArrayOutputStream();
        put(form, "okno.audit.v1");
        put(form, eventId.toString());
        put(form, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, occurredAt)));
        put(form, source);
        put(form, actorId);
        put(form, actorKind);
        put(form, orgId);
        put(form, action);
        put(form, objectType);
        put(form, objectId);
        put(form, personId);
        put(form, basis);
        put(form, result);
        put(form, traceId);
        return Sha256.of(form.toByteArray());
    }

    boolean saysItsHash() {
        return HexFormat.of().formatHex(computedHash()).equals(entryHash);
    }

    private static void put(ByteArrayOutputStream form, @Nullable String field) {
        byte[] bytes = field == null ? new byte[0] : field.getBytes(UTF_8);
        int length = field == null ? -1 : bytes.length;
        form.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        form.writeBytes(bytes);
    }
}

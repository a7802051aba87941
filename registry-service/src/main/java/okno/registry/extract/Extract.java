package okno.registry.extract;

import java.time.Instant;
import java.util.UUID;
import okno.registry.record.domain.Register;
import org.jspecify.annotations.Nullable;

/**
 * An issued extract.
 *
 * @param id also the document id printed in it
 * @param applicationId the application it answers; null when asked for directly
 * @param entryNumber latest entry of the record when it was issued: it is current while that stays the latest
 * @param sha256 of the content, 64 hex digits
 * @param size of the content in bytes
 */
record Extract(
        UUID id,
        @Nullable UUID applicationId,
        Register register,
        String key,
        Kind kind,
        Format format,
        String entryNumber,
        String sha256,
        long size,
        Instant createdAt) {

    /** How much of the record it tells. */
    enum Kind {
        SHORT,
        FULL,
        HISTORICAL
    }

    /** What it is written as. */
    enum Format {
        PDF,
        XML
    }
}

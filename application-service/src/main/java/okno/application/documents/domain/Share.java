package okno.application.documents.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document shown to the agency of one application.
 *
 * @param expiresAt from then on it is not shown any more; null: until it is revoked
 * @param revokedAt since when it is not shown any more, taken back or its time over; null: it has not ended, or nobody has
 *     looked yet
 */
public record Share(
        UUID id,
        UUID documentId,
        UUID applicationId,
        Instant sharedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {}

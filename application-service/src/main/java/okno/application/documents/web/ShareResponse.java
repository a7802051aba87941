package okno.application.documents.web;

import java.time.Instant;
import java.util.UUID;
import okno.application.documents.domain.Share;
import org.jspecify.annotations.Nullable;

/** {@code revokedAt}: since when it is not shown any more, taken back or its time over. */
record ShareResponse(
        UUID id,
        UUID applicationId,
        Instant sharedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    static ShareResponse from(Share share) {
        return new ShareResponse(
                share.id(), share.applicationId(), share.sharedAt(), share.expiresAt(), share.revokedAt());
    }
}

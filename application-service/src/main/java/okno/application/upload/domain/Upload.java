package okno.application.upload.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being sent in pieces.
 *
 * @param size of the whole file in bytes, as announced
 * @param sha256 of the whole file, hex, as announced; null: only the pieces are checked
 * @param received bytes that are kept: where the next piece begins
 */
public record Upload(
        UUID id,
        UUID applicationId,
        String kind,
        String fileName,
        long size,
        @Nullable String sha256,
        long received,
        Instant expiresAt) {

    /** How long an upload waits for its rest. */
    public static final Duration LIFE = Duration.ofHours(24);

    /** Largest piece in bytes; small enough to be sent again over a poor connection. */
    public static final long MAX_PIECE = 5L * 1024 * 1024;
    /** Smallest piece but the last: a file in single bytes would be millions of rows. */
    public static final long MIN_PIECE = 64L * 1024;

    public boolean isWhole() {
        return received == size;
    }

    /**
     * The most that a piece at this offset may have.
     *
     * @throws Problem {@code upload_offset} with {@code expected-offset} when it is not the next
     */
    public long roomAt(long offset) {
        if (offset != received) {
            throw new Problem(ProblemKind.CONFLICT, "upload_offset").with("expected-offset", Long.toString(received));
        }
        return Math.min(MAX_PIECE, size - received);
    }

    /** Refuses a piece that is too short to be one of several. */
    public void check(long length) {
        if (length < MIN_PIECE && received + length < size) {
            throw Problem.invalid("", "piece_too_short", MIN_PIECE / 1024);
        }
    }
}

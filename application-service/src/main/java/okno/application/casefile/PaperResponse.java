package okno.application.casefile;

import java.time.Instant;
import java.util.UUID;
import okno.application.casefile.domain.Paper;
import org.jspecify.annotations.Nullable;

/**
 * A file of an application; the content is at its own address.
 *
 * @param sha256 of what is kept, which is what is signed
 * @param sentSha256 of the file as it was sent; only when the metadata of a picture were removed
 * @param state PENDING_SCAN, CLEAN or REJECTED
 * @param reason why it is rejected: malware
 */
public record PaperResponse(
        UUID id,
        String kind,
        String fileName,
        String contentType,
        long size,
        String sha256,
        @Nullable String sentSha256,
        String state,
        @Nullable String reason,
        Instant createdAt) {

    public static PaperResponse from(Paper paper) {
        return new PaperResponse(
                paper.id(),
                paper.kind(),
                paper.fileName(),
                paper.format().contentType(),
                paper.size(),
                paper.sha256(),
                paper.sentSha256(),
                paper.state().name(),
                paper.isRejected() ? Paper.MALWARE : null,
                paper.createdAt());
    }
}

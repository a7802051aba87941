package okno.application.casefile;

import java.time.Instant;
import java.util.UUID;
import okno.application.casefile.domain.Paper;

/** A file of an application; the content is at its own address. */
public record PaperResponse(
        UUID id,
        String kind,
        String fileName,
        String contentType,
        long size,
        String sha256,
        String state,
        Instant createdAt) {

    public static PaperResponse from(Paper paper) {
        return new PaperResponse(
                paper.id(),
                paper.kind(),
                paper.fileName(),
                paper.format().contentType(),
                paper.size(),
                paper.sha256(),
                paper.state().name(),
                paper.createdAt());
    }
}

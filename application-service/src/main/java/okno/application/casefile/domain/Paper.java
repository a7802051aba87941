package okno.application.casefile.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that lies with an application: an attachment of the applicant or a result of the agency.
 *
 * @param side APPLICANT: attached; AGENCY: a result
 * @param fileName as the sender called it
 * @param size in bytes
 * @param sha256 of the content, hex
 */
public record Paper(
        UUID id,
        UUID applicationId,
        Side side,
        String kind,
        String fileName,
        PaperFormat format,
        long size,
        String sha256,
        State state,
        Instant createdAt) {

    /** Whether the content may be used. */
    public enum State {
        CLEAN
    }
}

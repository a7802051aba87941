package okno.application.casefile.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that lies with an application: an attachment of the applicant or a result of the agency.
 *
 * @param side APPLICANT: attached; AGENCY: a result
 * @param fileName as the sender called it
 * @param size in bytes
 * @param sha256 of the content, hex
 * @param sentSha256 of the file as it was sent, when metadata were taken out of it; null: it is what was sent
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
        @Nullable String sentSha256,
        State state,
        Instant createdAt) {

    /** Why a file is rejected: the one reason there is. */
    public static final String MALWARE = "malware";

    /** Whether the content may be used. */
    public enum State {
        /** Nobody has looked for malware yet; this stops no submission. */
        PENDING_SCAN,
        CLEAN,
        /** Malware was found: in quarantine, handed out to nobody. */
        REJECTED
    }

    public boolean isRejected() {
        return state == State.REJECTED;
    }
}

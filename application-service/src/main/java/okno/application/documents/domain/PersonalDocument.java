package okno.application.documents.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.PaperFormat;
import org.jspecify.annotations.Nullable;

/**
 * A document of a person or an organisation.
 *
 * @param personId the person who put it there, or applied for it
 * @param fileName as its owner calls it
 * @param size in bytes
 * @param sha256 of the content, hex
 * @param sentSha256 of the file as it was sent, when metadata were taken out of it; null: it is what was sent
 * @param applicationId the application whose result it is; null: its owner put it there
 * @param issue number and validity of a result; null: its owner put it there
 * @param keepUntil last day that it is kept; null: until its owner removes it
 */
public record PersonalDocument(
        UUID id,
        String personId,
        String kind,
        String fileName,
        PaperFormat format,
        long size,
        String sha256,
        @Nullable String sentSha256,
        Paper.State state,
        Instant createdAt,
        @Nullable UUID applicationId,
        @Nullable LocalDate keepUntil,
        @Nullable Issue issue) {

    /**
     * What a result is besides a file.
     *
     * @param number null: it has none, or one that the agency did not say
     * @param validUntil last day that it is good; null: without end
     * @param status CURRENT, EXPIRED or REVOKED
     */
    public record Issue(@Nullable String number, @Nullable LocalDate validUntil, String status) {}

    /** Results belong to their applications and stay as long as they do. */
    public boolean isResult() {
        return applicationId != null;
    }
}

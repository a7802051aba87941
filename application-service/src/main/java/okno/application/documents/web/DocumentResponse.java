package okno.application.documents.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.application.casefile.domain.Paper;
import okno.application.documents.domain.PersonalDocument;
import org.jspecify.annotations.Nullable;

/**
 * A document; the content is at its own address.
 *
 * @param state PENDING_SCAN, CLEAN or REJECTED
 * @param reason why it is rejected: malware
 * @param applicationId the application whose result it is
 * @param sentSha256 of the file as it was sent; only when the metadata of a picture were removed
 * @param keepUntil last day that it is kept
 * @param number of a result
 * @param validUntil last day that a result is good
 * @param status of a result: CURRENT, EXPIRED or REVOKED
 */
record DocumentResponse(
        UUID id,
        String kind,
        String fileName,
        String contentType,
        long size,
        String sha256,
        @Nullable String sentSha256,
        String state,
        @Nullable String reason,
        Instant createdAt,
        @Nullable UUID applicationId,
        @Nullable LocalDate keepUntil,
        @Nullable String number,
        @Nullable LocalDate validUntil,
        @Nullable String status) {

    static DocumentResponse from(PersonalDocument document) {
        PersonalDocument.Issue issue = document.issue();
        return new DocumentResponse(
                document.id(),
                document.kind(),
                document.fileName(),
                document.format().contentType(),
                document.size(),
                document.sha256(),
                document.sentSha256(),
                document.state().name(),
                document.state() == Paper.State.REJECTED ? Paper.MALWARE : null,
                document.createdAt(),
                document.applicationId(),
                document.keepUntil(),
                issue == null ? null : issue.number(),
                issue == null ? null : issue.validUntil(),
                issue == null ? null : issue.status());
    }
}

package okno.application.appeal.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import okno.application.appeal.domain.Appeal;
import okno.application.casefile.PaperResponse;
import okno.application.casefile.domain.Paper;
import org.jspecify.annotations.Nullable;

/**
 * A complaint; {@code answer} once it is UPHELD or DENIED; {@code decidedAt} also when it was WITHDRAWN. The contents of
 * {@code files} are attachments of the application.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppealResponse(
        UUID id,
        String number,
        UUID applicationId,
        String ground,
        String text,
        String status,
        LocalDate registeredOn,
        LocalDate expectedCompletionDate,
        Instant createdAt,
        @Nullable Instant decidedAt,
        @Nullable String answer,
        List<PaperResponse> files) {

    static AppealResponse from(Appeal appeal, List<Paper> files) {
        return new AppealResponse(
                appeal.id(),
                appeal.number(),
                appeal.applicationId(),
                appeal.ground(),
                appeal.text(),
                appeal.status().name(),
                appeal.registeredOn(),
                appeal.expectedCompletionDate(),
                appeal.createdAt(),
                appeal.decidedAt(),
                appeal.answer(),
                files.stream().map(PaperResponse::from).toList());
    }
}

package okno.application.appeal.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.application.appeal.domain.Appeal;
import org.jspecify.annotations.Nullable;

/** A complaint; {@code answer} once it is UPHELD or DENIED. */
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
        @Nullable String answer) {

    static AppealResponse from(Appeal appeal) {
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
                appeal.answer());
    }
}

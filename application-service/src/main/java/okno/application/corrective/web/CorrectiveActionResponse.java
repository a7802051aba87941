package okno.application.corrective.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.application.corrective.domain.CorrectiveAction;
import okno.application.corrective.domain.Words;
import org.jspecify.annotations.Nullable;

/**
 * A corrective action.
 *
 * @param rating the bad one, of kind RATING
 * @param mean of so many {@code ratings}, of kind MEAN
 * @param said only when the applicant agreed, and where one action is read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CorrectiveActionResponse(
        UUID id,
        String number,
        String kind,
        String serviceCode,
        @Nullable String region,
        @Nullable Integer rating,
        @Nullable BigDecimal mean,
        @Nullable Integer ratings,
        String status,
        @Nullable String assignee,
        LocalDate registeredOn,
        LocalDate dueOn,
        @Nullable String cause,
        @Nullable String causeTitle,
        @Nullable String measures,
        @Nullable Instant closedAt,
        @Nullable Said said) {

    /** What the applicant wrote, if anything, and of which application. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(
            UUID applicationId,
            @Nullable String applicationNumber,
            @Nullable String text) {

        static Said from(Words words) {
            return new Said(words.applicationId(), words.number(), words.text());
        }
    }

    static CorrectiveActionResponse from(CorrectiveAction action, @Nullable String causeTitle, @Nullable Said said) {
        var closure = action.closure();
        return new CorrectiveActionResponse(
                action.id(),
                action.number(),
                action.ground().kind().name(),
                action.serviceCode(),
                action.region(),
                action.ground().rating(),
                action.ground().mean(),
                action.ground().ratings(),
                action.status().name(),
                action.assignee(),
                action.registeredOn(),
                action.dueOn(),
                closure == null ? null : closure.cause(),
                causeTitle,
                closure == null ? null : closure.measures(),
                closure == null ? null : closure.closedAt(),
                said);
    }
}

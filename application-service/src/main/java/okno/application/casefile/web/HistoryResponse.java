package okno.application.casefile.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import okno.application.casefile.domain.HistoryEntry;
import org.jspecify.annotations.Nullable;

/**
 * One step of an application; {@code version} counts 1, 2, 3 without gaps, {@code by}: APPLICANT, AGENCY, SYSTEM; {@code
 * reason}: what {@code reasonCode} means, in the reader's language.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HistoryResponse(
        int version,
        @Nullable String previousStatus,
        String status,
        String statusTitle,
        String by,
        @Nullable String reasonCode,
        @Nullable String reason,
        Instant occurredAt) {

    static HistoryResponse from(HistoryEntry entry, String title, @Nullable String reason) {
        return new HistoryResponse(
                entry.step(),
                entry.previous() == null ? null : entry.previous().name(),
                entry.status().name(),
                title,
                entry.actor().name(),
                entry.reasonCode(),
                reason,
                entry.occurredAt());
    }
}

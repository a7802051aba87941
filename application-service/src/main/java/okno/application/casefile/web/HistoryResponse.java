package okno.application.casefile.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.domain.HistoryEntry;
import okno.application.casefile.domain.Representative;
import org.jspecify.annotations.Nullable;

/**
 * One step of an application; {@code version} counts 1, 2, 3 without gaps, {@code by}: APPLICANT, AGENCY, SYSTEM; {@code
 * reason}: what {@code reasonCode} means, in the reader's language; {@code representative}: who took the step for the
 * applicant under a power of attorney; {@code overruledChecks}: codes of the register checks that the agency decided in spite
 * of.
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
        @Nullable RepresentativeView representative,
        @Nullable List<String> overruledChecks,
        Instant occurredAt) {

    /** An account, left out when it has ended and need not be named any more, and the power that it acted under. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RepresentativeView(@Nullable String personId, UUID powerOfAttorneyId) {}

    static HistoryResponse from(HistoryEntry entry, String title, @Nullable String reason) {
        return new HistoryResponse(
                entry.step(),
                entry.previous() == null ? null : entry.previous().name(),
                entry.status().name(),
                title,
                entry.actor().name(),
                entry.reasonCode(),
                reason,
                view(entry.representative()),
                entry.overruledChecks().isEmpty() ? null : entry.overruledChecks(),
                entry.occurredAt());
    }

    private static @Nullable RepresentativeView view(@Nullable Representative representative) {
        return representative == null
                ? null
                : new RepresentativeView(representative.personId(), representative.powerOfAttorneyId());
    }
}

package okno.application.casefile.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of an application.
 *
 * @param step 1, 2, 3 without gaps
 * @param previous null for the beginning
 * @param representative who took the step for the applicant; null: themselves, or another side
 */
public record HistoryEntry(
        int step,
        @Nullable ApplicationStatus previous,
        ApplicationStatus status,
        Side actor,
        @Nullable String reasonCode,
        @Nullable Representative representative,
        List<String> overruledChecks,
        Instant occurredAt) {}

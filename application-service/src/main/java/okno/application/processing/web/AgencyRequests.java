package okno.application.processing.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Decision;
import org.jspecify.annotations.Nullable;

/** What an agency sends. */
final class AgencyRequests {

    private AgencyRequests() {}

    /** {@code officerId}: account of the officer; without one the caller takes the application. */
    record Assignment(@Nullable @Size(min = 1, max = 64) String officerId) {}

    /** {@code reasonCode}: ground of a refusal, one of the passport's; {@code comment} is shown to the applicant. */
    record StatusChange(
            @NotNull ApplicationStatus status,
            @Nullable @Size(max = 4000) String comment,
            @Nullable @Size(max = 64) String reasonCode) {}

    record InformationRequest(@NotBlank @Size(max = 4000) String text) {}

    record DecisionRequest(
            Decision.@NotNull Verdict decision,
            @Nullable @Size(max = 64) String reasonCode,
            @Nullable @Size(max = 4000) String comment) {}
}

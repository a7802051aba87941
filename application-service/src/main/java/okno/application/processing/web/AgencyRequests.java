package okno.application.processing.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Decision;
import okno.application.processing.AssignOfficer;
import okno.application.registercheck.OverruleChecks;
import org.jspecify.annotations.Nullable;

/** What an agency sends. */
final class AgencyRequests {

    private AgencyRequests() {}

    /**
     * {@code mode}: MANUAL when left out; {@code officerId}: account of the officer, without one the caller takes the
     * application.
     */
    record Assignment(
            AssignOfficer.@Nullable Mode mode,
            @Nullable @Size(min = 1, max = 64) String officerId) {}

    /** {@code id}: which application. */
    record StatusItem(
            @NotNull UUID id,
            @NotNull ApplicationStatus status,
            @Nullable @Size(max = 4000) String comment,
            @Nullable @Size(max = 64) String reasonCode,
            @Nullable @Size(max = 10) List<@NotNull @Valid OverruledCheck> overruledChecks) {}

    record StatusItems(@NotEmpty @Size(max = 1000) List<@Valid StatusItem> items) {}

    /** An officer by their account; {@code available}: true when left out. */
    record OfficerRequest(
            @Nullable @Size(max = 64) String unit,
            @Nullable @Pattern(regexp = "[0-9]{2}") String region,
            @Nullable @Size(max = 100) Set<@NotBlank @Size(max = 64) String> skills,
            @Nullable Boolean available,
            @Nullable Boolean leads) {}

    /** {@code reasonCode}: ground of a refusal, one of the passport's; {@code comment} is shown to the applicant. */
    record StatusChange(
            @NotNull ApplicationStatus status,
            @Nullable @Size(max = 4000) String comment,
            @Nullable @Size(max = 64) String reasonCode,
            @Nullable @Size(max = 10) List<@NotNull @Valid OverruledCheck> overruledChecks) {}

    record InformationRequest(@NotBlank @Size(max = 4000) String text) {}

    /**
     * A result to be made: {@code code} of the passport's result, {@code fields} that its template asks the officer for,
     * dates as YYYY-MM-DD.
     */
    record ResultRequest(
            @NotBlank @Size(max = 64) String code,
            @Nullable @Size(max = 40) Map<@Size(max = 64) String, Object> fields) {}

    /** {@code reason} is told to the applicant. */
    record RevocationRequest(@NotBlank @Size(max = 4000) String reason) {}

    record DecisionRequest(
            Decision.@NotNull Verdict decision,
            @Nullable @Size(max = 64) String reasonCode,
            @Nullable @Size(max = 4000) String comment,
            @Nullable @Size(max = 10) List<@NotNull @Valid OverruledCheck> overruledChecks) {}

    /**
     * A register check that failed, by its {@code code} in {@code registerChecks} of the application, and why it is decided
     * for the applicant all the same; only the agency reads the reason.
     */
    record OverruledCheck(
            @NotBlank @Size(max = 64) String code,
            @NotBlank @Size(max = 1000) String reason) {}

    static List<OverruleChecks.Overruled> overruled(@Nullable List<OverruledCheck> checks) {
        return checks == null
                ? List.of()
                : checks.stream()
                        .map(check -> new OverruleChecks.Overruled(check.code, check.reason))
                        .toList();
    }
}

package okno.application.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import okno.platform.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * An application as its owner and its agency see it. In lists {@code form}, {@code formNames}, {@code prefilled} and {@code attachments} are
 * left out.
 *
 * @param version what {@code ETag} says
 * @param statusTitle the status in the caller's language, as the service's passport puts it
 * @param answerBy last day for what the applicant is asked: to pay, to answer, to correct
 * @param keptUntil of a draft: the last day on which it is surely there if nobody touches it
 * @param formNames what the codes of the form are called, as far as their dictionaries are at hand
 * @param registerChecks checks put off at submission because a register did not answer; only the agency sees them
 * @param attachmentsMissing files of the application copied that could not be carried over
 * @param allowedActions what the reader may do now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationResponse(
        UUID id,
        long version,
        @Nullable String number,
        String serviceCode,
        int serviceVersion,
        String serviceTitle,
        String agency,
        @Nullable String region,
        String status,
        String statusTitle,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant submittedAt,
        @Nullable LocalDate expectedCompletionDate,
        @Nullable LocalDate answerBy,
        @Nullable LocalDate keptUntil,
        @Nullable CancellationView cancellation,
        @Nullable PaymentView payment,
        @Nullable ResultView result,
        @Nullable String unit,
        @Nullable String assignee,
        @Nullable ProposalView proposal,
        @Nullable List<RegisterCheckView> registerChecks,
        List<String> allowedActions,
        @Nullable Map<String, Object> form,
        @Nullable List<NamedView> formNames,
        @Nullable List<PrefilledView> prefilled,
        @Nullable List<PrefilledView> prefillMissing,
        @Nullable List<PaperResponse> attachments,
        @Nullable List<MissingAttachment> attachmentsMissing) {

    /** A file of the application copied that the draft begins without; {@code reason}: code of the refusal. */
    public record MissingAttachment(String kind, String fileName, String reason) {}

    /** {@code status}: PENDING until the duty is paid, then PAID; {@code uin} once the charge exists. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PaymentView(@Nullable String uin, Money amount, String status) {}

    /** Why the portal cancelled it: not_paid, not_answered, not_corrected. */
    public record CancellationView(String reasonCode, String reason) {}

    /** What one officer would decide; only the agency sees it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProposalView(
            String decision,
            @Nullable String reasonCode,
            @Nullable String comment,
            String officerId,
            Instant proposedAt) {}

    /**
     * A check put off: {@code status} PENDING, PASSED or FAILED; {@code text} what it means, of a passed one none; {@code
     * overruled}: who decided, or proposed to decide, for the applicant in spite of it.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RegisterCheckView(
            String code,
            String status,
            @Nullable Instant checkedAt,
            @Nullable String text,
            @Nullable List<OverrulingView> overruled) {}

    /** {@code by}: account of the officer, or the client of the agency's system. */
    public record OverrulingView(String by, String reason, Instant overruledAt) {}

    /** What came of it; {@code register} and {@code registerKey} when a register made a record (ЕГРИП, ОГРНИП). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ResultView(
            @Nullable String decision,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable String comment,
            @Nullable Instant decidedAt,
            @Nullable String register,
            @Nullable String registerKey,
            List<PaperResponse> documents) {}

    /** A field of the form and where it came from, or would have. */
    public record PrefilledView(String pointer, String source) {}

    /** What a code of the form is called in the reader's language. */
    public record NamedView(String pointer, String dictionary, String code, String name) {}

    /** With those of the actions that the reader may take. */
    ApplicationResponse withActions(Predicate<String> allowed) {
        return with(
                registerChecks, allowedActions.stream().filter(allowed).toList(), prefillMissing, attachmentsMissing);
    }

    ApplicationResponse withPrefillMissing(List<PrefilledView> missing) {
        return with(registerChecks, allowedActions, missing, attachmentsMissing);
    }

    /** With the checks that were put off, for the agency. */
    public ApplicationResponse withRegisterChecks(List<RegisterCheckView> checks) {
        return with(checks.isEmpty() ? null : checks, allowedActions, prefillMissing, attachmentsMissing);
    }

    /** With the files that a copy could not carry over. */
    public ApplicationResponse withAttachmentsMissing(List<MissingAttachment> missing) {
        return with(registerChecks, allowedActions, prefillMissing, missing.isEmpty() ? null : missing);
    }

    private ApplicationResponse with(
            @Nullable List<RegisterCheckView> checks,
            List<String> actions,
            @Nullable List<PrefilledView> missingPrefill,
            @Nullable List<MissingAttachment> missingAttachments) {
        return new ApplicationResponse(
                id,
                version,
                number,
                serviceCode,
                serviceVersion,
                serviceTitle,
                agency,
                region,
                status,
                statusTitle,
                createdAt,
                updatedAt,
                submittedAt,
                expectedCompletionDate,
                answerBy,
                keptUntil,
                cancellation,
                payment,
                result,
                unit,
                assignee,
                proposal,
                checks,
                actions,
                form,
                formNames,
                prefilled,
                missingPrefill,
                attachments,
                missingAttachments);
    }
}

package okno.application.processing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import okno.application.processing.ChangeStatus;
import okno.application.processing.ChangeStatuses;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.Language;
import okno.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/agency/applications")
@PreAuthorize("denyAll()")
class AgencyBulkController {

    private final ChangeStatuses changeStatuses;
    private final Texts texts;

    AgencyBulkController(ChangeStatuses changeStatuses, Texts texts) {
        this.changeStatuses = changeStatuses;
        this.texts = texts;
    }

    /** {@code outcome}: DONE, UNCHANGED or REFUSED, the last with code, words and, for content, the pointer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemOutcome(
            UUID id,
            String outcome,
            @Nullable String status,
            @Nullable String code,
            @Nullable String pointer,
            @Nullable String message) {}

    record ItemOutcomes(List<ItemOutcome> items) {}

    /** Up to 1,000 statuses; one outcome for each, in the same order. Sent again, it changes nothing. */
    @PostMapping("/statuses")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ItemOutcomes statuses(Caller caller, @Valid @RequestBody AgencyRequests.StatusItems request, Locale locale) {
        List<ChangeStatus.Command> items = request.items().stream()
                .map(item -> new ChangeStatus.Command(
                        caller,
                        item.id(),
                        item.status(),
                        item.comment(),
                        item.reasonCode(),
                        AgencyRequests.overruled(item.overruledChecks())))
                .toList();
        Language language = "en".equals(locale.getLanguage()) ? Language.EN : Language.RU;
        return new ItemOutcomes(changeStatuses.handle(new ChangeStatuses.Command(caller, items)).stream()
                .map(outcome -> shown(outcome, language))
                .toList());
    }

    private ItemOutcome shown(ChangeStatuses.Outcome outcome, Language language) {
        String status = outcome.status() == null ? null : outcome.status().name();
        Problem problem = outcome.problem();
        if (problem == null) {
            return new ItemOutcome(outcome.id(), outcome.result().name(), status, null, null, null);
        }
        boolean content =
                problem.kind() == ProblemKind.INVALID && !problem.faults().isEmpty();
        String code = content ? problem.faults().getFirst().code() : problem.code();
        return new ItemOutcome(
                outcome.id(),
                outcome.result().name(),
                null,
                code,
                content ? problem.faults().getFirst().pointer() : null,
                texts.find(language, code, content ? problem.faults().getFirst().args() : problem.args()));
    }
}

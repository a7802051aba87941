package okno.application.processing.web;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import okno.application.attachment.web.PaperContent;
import okno.application.casefile.ApplicationResponse;
import okno.application.casefile.ApplicationViews;
import okno.application.casefile.PageKeys;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Side;
import okno.application.processing.AgencyQueries;
import okno.application.processing.AssignOfficer;
import okno.application.processing.ChangeStatus;
import okno.application.processing.DecideApplication;
import okno.application.processing.ReadApplication;
import okno.application.processing.RequestInformation;
import okno.platform.core.Caller;
import okno.platform.web.ETags;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/agency/applications")
@PreAuthorize("denyAll()")
class AgencyController {

    private final AgencyQueries queries;
    private final ReadApplication readApplication;
    private final AgencySteps steps;
    private final ApplicationViews views;

    AgencyController(
            AgencyQueries queries, ReadApplication readApplication, AgencySteps steps, ApplicationViews views) {
        this.queries = queries;
        this.readApplication = readApplication;
        this.steps = steps;
        this.views = views;
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    KeysetPage<ApplicationResponse> queue(
            Caller caller,
            @RequestParam(required = false) @Nullable ApplicationStatus status,
            @RequestParam(defaultValue = "false") boolean unassigned,
            PageRequest page,
            Locale locale) {
        UUID after = PageKeys.id(page);
        return KeysetPage.of(
                        queries.page(caller, status == null ? null : status.name(), unassigned, page.limit(), after),
                        page.limit(),
                        application -> application.id().toString())
                .map(application -> views.line(application, Side.AGENCY, locale));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ResponseEntity<ApplicationResponse> one(Caller caller, @PathVariable UUID id, Locale locale) {
        return answer(readApplication.handle(caller, id), locale);
    }

    @GetMapping("/{id}/attachments/{attachmentId}/content")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ResponseEntity<byte[]> attachment(Caller caller, @PathVariable UUID id, @PathVariable UUID attachmentId) {
        return PaperContent.of(readApplication.attachment(caller, id, attachmentId));
    }

    @PostMapping("/{id}/assignment")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ResponseEntity<ApplicationResponse> assign(
            Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) AgencyRequests.@Nullable Assignment request,
            Locale locale) {
        String officer = request == null ? null : request.officerId();
        return answer(steps.assign().handle(new AssignOfficer.Command(caller, id, officer)), locale);
    }

    @PostMapping("/{id}/status")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ResponseEntity<ApplicationResponse> status(
            Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody AgencyRequests.StatusChange request,
            Locale locale) {
        return answer(
                steps.changeStatus()
                        .handle(new ChangeStatus.Command(
                                caller, id, request.status(), request.comment(), request.reasonCode())),
                locale);
    }

    @PostMapping("/{id}/information-requests")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ResponseEntity<ApplicationResponse> ask(
            Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody AgencyRequests.InformationRequest request,
            Locale locale) {
        return answer(
                steps.requestInformation().handle(new RequestInformation.Command(caller, id, request.text())), locale);
    }

    @PostMapping("/{id}/decision")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ResponseEntity<ApplicationResponse> decide(
            Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody AgencyRequests.DecisionRequest request,
            Locale locale) {
        return answer(
                steps.decide()
                        .handle(new DecideApplication.Command(
                                caller, id, request.decision(), request.reasonCode(), request.comment())),
                locale);
    }

    private ResponseEntity<ApplicationResponse> answer(Application application, Locale locale) {
        return ResponseEntity.ok()
                .eTag(ETags.of(application.version()))
                .body(views.whole(application, Side.AGENCY, locale));
    }
}

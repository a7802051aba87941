package okno.application.processing.web;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import okno.application.casefile.ApplicationResponse;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.processing.AssignOfficer;
import okno.application.processing.ChangeStatus;
import okno.application.processing.DecideApplication;
import okno.application.processing.RequestInformation;
import okno.platform.core.Caller;
import okno.platform.web.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/agency/applications/{id}")
@PreAuthorize("denyAll()")
class AgencyStepController {

    private final AssignOfficer assignOfficer;
    private final ChangeStatus changeStatus;
    private final RequestInformation requestInformation;
    private final DecideApplication decideApplication;
    private final AgencyViews views;

    AgencyStepController(
            AssignOfficer assignOfficer,
            ChangeStatus changeStatus,
            RequestInformation requestInformation,
            DecideApplication decideApplication,
            AgencyViews views) {
        this.assignOfficer = assignOfficer;
        this.changeStatus = changeStatus;
        this.requestInformation = requestInformation;
        this.decideApplication = decideApplication;
        this.views = views;
    }

    @PostMapping("/assignment")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ResponseEntity<ApplicationResponse> assign(
            Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) AgencyRequests.@Nullable Assignment request,
            Locale locale) {
        AssignOfficer.Mode mode =
                request == null || request.mode() == null ? AssignOfficer.Mode.MANUAL : request.mode();
        String officer = request == null ? null : request.officerId();
        return answer(assignOfficer.handle(new AssignOfficer.Command(caller, id, mode, officer)), locale);
    }

    @PostMapping("/status")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ResponseEntity<ApplicationResponse> status(
            Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody AgencyRequests.StatusChange request,
            Locale locale) {
        return answer(
                changeStatus.handle(new ChangeStatus.Command(
                        caller,
                        id,
                        request.status(),
                        request.comment(),
                        request.reasonCode(),
                        AgencyRequests.overruled(request.overruledChecks()))),
                locale);
    }

    @PostMapping("/information-requests")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ResponseEntity<ApplicationResponse> ask(
            Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody AgencyRequests.InformationRequest request,
            Locale locale) {
        return answer(requestInformation.handle(new RequestInformation.Command(caller, id, request.text())), locale);
    }

    /** Back to the applicant, who corrects form and attachments and submits again; the agency's term stops meanwhile. */
    @PostMapping("/corrections")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ResponseEntity<ApplicationResponse> sendBack(
            Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody AgencyRequests.InformationRequest request,
            Locale locale) {
        return answer(requestInformation.sendBack(new RequestInformation.Command(caller, id, request.text())), locale);
    }

    @PostMapping("/decision")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ResponseEntity<ApplicationResponse> decide(
            Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody AgencyRequests.DecisionRequest request,
            Locale locale) {
        Application application = decideApplication.handle(new DecideApplication.Command(
                caller,
                id,
                request.decision(),
                request.reasonCode(),
                request.comment(),
                AgencyRequests.overruled(request.overruledChecks())));
        boolean waits = application.status() == ApplicationStatus.IN_REVIEW;
        return ResponseEntity.status(waits ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .eTag(ETags.of(application.version()))
                .body(views.whole(application, locale));
    }

    private ResponseEntity<ApplicationResponse> answer(Application application, Locale locale) {
        return ResponseEntity.ok().eTag(ETags.of(application.version())).body(views.whole(application, locale));
    }
}

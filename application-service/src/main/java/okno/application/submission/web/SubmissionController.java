package okno.application.submission.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import okno.application.casefile.ApplicationResponse;
import okno.application.casefile.ApplicationViews;
import okno.application.casefile.domain.Application;
import okno.application.submission.CheckReadiness;
import okno.application.submission.SignedDocument;
import okno.application.submission.SubmitApplication;
import okno.application.submission.WithdrawApplication;
import okno.platform.core.Caller;
import okno.platform.security.UnderPowerOfAttorney;
import okno.platform.web.ETags;
import okno.platform.web.Language;
import okno.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
@RequestMapping("/api/v1/applications/{id}")
@PreAuthorize("denyAll()")
class SubmissionController {

    private final CheckReadiness checkReadiness;
    private final SubmitApplication submitApplication;
    private final WithdrawApplication withdrawApplication;
    private final ApplicationViews views;
    private final Texts texts;

    SubmissionController(
            CheckReadiness checkReadiness,
            SubmitApplication submitApplication,
            WithdrawApplication withdrawApplication,
            ApplicationViews views,
            Texts texts) {
        this.checkReadiness = checkReadiness;
        this.submitApplication = submitApplication;
        this.withdrawApplication = withdrawApplication;
        this.views = views;
        this.texts = texts;
    }

    @GetMapping("/readiness")
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney({"applications.draft", "applications.submit"})
    ReadinessResponse readiness(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID signatureId,
            Locale locale) {
        CheckReadiness.Readiness readiness = checkReadiness.handle(caller, id, signatureId);
        Language language = "en".equals(locale.getLanguage()) ? Language.EN : Language.RU;
        List<ReadinessResponse.Obstacle> obstacles = readiness.faults().stream()
                .map(fault -> ReadinessResponse.Obstacle.from(
                        fault,
                        fault.wording().isEmpty()
                                ? texts.find(language, fault.code(), fault.args())
                                : fault.wording().get(language.tag())))
                .toList();
        List<ReadinessResponse.Obstacle> postponed = readiness.postponed().stream()
                .map(check -> new ReadinessResponse.Obstacle(
                        "/form" + check.key(),
                        check.code(),
                        Objects.requireNonNull(texts.find(language, "register_check_postponed", List.of()))))
                .toList();
        return new ReadinessResponse(obstacles.isEmpty(), readiness.document().sha256(), obstacles, postponed);
    }

    /** The bytes that the person signs, with their SHA-256 in {@code ETag} and {@code Okno-Document-Sha256}. */
    @GetMapping(path = "/document", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney({"applications.draft", "applications.submit"})
    ResponseEntity<byte[]> document(Caller caller, @PathVariable UUID id) {
        SignedDocument document = checkReadiness.document(caller, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .eTag("\"" + document.sha256() + "\"")
                .header("Okno-Document-Sha256", document.sha256())
                .body(document.bytes());
    }

    @PostMapping("/submission")
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("applications.submit")
    ResponseEntity<ApplicationResponse> submit(
            Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable SubmissionRequest request,
            Locale locale) {
        UUID signature = request == null ? null : request.signatureId();
        Application filed = submitApplication.handle(new SubmitApplication.Command(caller, id, signature));
        HttpStatus status =
                switch (filed.status()) {
                    case SUBMITTED -> HttpStatus.CREATED;
                    case AWAITING_PAYMENT -> HttpStatus.ACCEPTED;
                    default -> HttpStatus.OK;
                };
        return ResponseEntity.status(status)
                .location(URI.create("/api/v1/applications/" + id))
                .eTag(ETags.of(filed.version()))
                .body(views.line(filed, caller, locale));
    }

    @PostMapping("/withdrawal")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<ApplicationResponse> withdraw(Caller caller, @PathVariable UUID id, Locale locale) {
        Application withdrawn = withdrawApplication.handle(new WithdrawApplication.Command(caller, id));
        return ResponseEntity.ok().eTag(ETags.of(withdrawn.version())).body(views.line(withdrawn, caller, locale));
    }
}

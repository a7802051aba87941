package okno.application.draft.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import okno.application.casefile.ApplicationResponse;
import okno.application.casefile.ApplicationViews;
import okno.application.casefile.domain.Casefile;
import okno.application.draft.CopyApplication;
import okno.application.draft.DiscardDraft;
import okno.application.draft.Prefill;
import okno.application.draft.SaveDraft;
import okno.application.draft.StartDraft;
import okno.platform.core.Caller;
import okno.platform.security.UnderPowerOfAttorney;
import okno.platform.web.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/applications")
@PreAuthorize("denyAll()")
class DraftController {

    private final Prefill prefill;
    private final StartDraft startDraft;
    private final CopyApplication copyApplication;
    private final SaveDraft saveDraft;
    private final DiscardDraft discardDraft;
    private final ApplicationViews views;

    DraftController(
            Prefill prefill,
            StartDraft startDraft,
            CopyApplication copyApplication,
            SaveDraft saveDraft,
            DiscardDraft discardDraft,
            ApplicationViews views) {
        this.prefill = prefill;
        this.startDraft = startDraft;
        this.copyApplication = copyApplication;
        this.saveDraft = saveDraft;
        this.discardDraft = discardDraft;
        this.views = views;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("applications.draft")
    ResponseEntity<ApplicationResponse> start(
            Caller caller, @Valid @RequestBody StartDraftRequest request, Locale locale) {
        Prefill.Filled filled = prefill.handle(caller, request.serviceCode());
        StartDraft.Begun begun = startDraft.handle(new StartDraft.Command(caller, filled));
        return ResponseEntity.created(
                        URI.create("/api/v1/applications/" + begun.draft().id()))
                .eTag(ETags.of(begun.draft().version()))
                .body(views.begun(new Casefile(begun.draft(), begun.form()), begun.missing(), caller, locale));
    }

    /** Apply again: a draft of the same service with what was typed, and the files; what did not fit is named. */
    @PostMapping("/{id}/copies")
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<ApplicationResponse> copy(Caller caller, @PathVariable UUID id, Locale locale) {
        Prefill.Filled fresh = prefill.handle(caller, copyApplication.service(caller, id));
        StartDraft.Begun begun =
                startDraft.handle(new StartDraft.Command(caller, copyApplication.filled(caller, id, fresh)));
        UUID draft = begun.draft().id();
        List<CopyApplication.Refused> refused = copyApplication.attach(caller, id, draft);
        var copied = new Casefile(copyApplication.get(caller, draft), begun.form());
        ApplicationResponse body = views.begun(copied, begun.missing(), caller, locale)
                .withAttachmentsMissing(refused.stream()
                        .map(file ->
                                new ApplicationResponse.MissingAttachment(file.kind(), file.fileName(), file.reason()))
                        .toList());
        return ResponseEntity.created(URI.create("/api/v1/applications/" + draft))
                .eTag(ETags.of(body.version()))
                .body(body);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", "application/json", "application/xml"})
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("applications.draft")
    ResponseEntity<ApplicationResponse> save(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SaveDraftRequest request,
            Locale locale) {
        Casefile saved = saveDraft.handle(new SaveDraft.Command(caller, id, ETags.version(ifMatch), request.form()));
        return ResponseEntity.ok()
                .eTag(ETags.of(saved.application().version()))
                .body(views.whole(saved, caller, locale));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("applications.draft")
    ResponseEntity<Void> discard(Caller caller, @PathVariable UUID id) {
        discardDraft.handle(new DiscardDraft.Command(caller, id));
        return ResponseEntity.noContent().build();
    }
}

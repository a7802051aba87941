package okno.application.draft.web;

import java.util.Locale;
import java.util.UUID;
import okno.application.casefile.ApplicationResponse;
import okno.application.casefile.ApplicationViews;
import okno.application.draft.RefreshPrefill;
import okno.platform.core.Caller;
import okno.platform.security.UnderPowerOfAttorney;
import okno.platform.web.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/applications/{id}/prefill")
@PreAuthorize("denyAll()")
class PrefillController {

    private final RefreshPrefill refreshPrefill;
    private final ApplicationViews views;

    PrefillController(RefreshPrefill refreshPrefill, ApplicationViews views) {
        this.refreshPrefill = refreshPrefill;
        this.views = views;
    }

    /** Fills in anew what the state knows by now; what the applicant wrote over stays as they wrote it. */
    @PostMapping
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("applications.draft")
    ResponseEntity<ApplicationResponse> refresh(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        RefreshPrefill.Refreshed refreshed =
                refreshPrefill.handle(new RefreshPrefill.Command(caller, id, ETags.version(ifMatch)));
        return ResponseEntity.ok()
                .eTag(ETags.of(refreshed.casefile().application().version()))
                .body(views.begun(refreshed.casefile(), refreshed.missing(), caller, locale));
    }
}

package okno.application.casefile.web;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import okno.application.casefile.ApplicationResponse;
import okno.application.casefile.ApplicationViews;
import okno.application.casefile.CasefileQueries;
import okno.application.casefile.PageKeys;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Casefile;
import okno.platform.core.Caller;
import okno.platform.security.UnderPowerOfAttorney;
import okno.platform.web.ETags;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/applications")
@PreAuthorize("denyAll()")
class ApplicationController {

    private final CasefileQueries queries;
    private final ApplicationViews views;

    ApplicationController(CasefileQueries queries, ApplicationViews views) {
        this.queries = queries;
        this.views = views;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney({"applications.view", "applications.draft", "applications.submit", "applications.correspond"})
    KeysetPage<ApplicationResponse> list(
            Caller caller,
            @RequestParam(required = false) @Nullable ApplicationStatus status,
            @RequestParam(required = false) @Nullable @Size(max = 64) String service,
            @RequestParam(required = false) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @Nullable OffsetDateTime to,
            @RequestParam(required = false) @Nullable @Size(max = 100) String query,
            PageRequest page,
            Locale locale) {
        var filter = new CasefileQueries.Filter(
                status == null ? null : status.name(), service, instant(from), instant(to), query);
        return KeysetPage.of(
                        queries.page(caller, filter, page.limit(), PageKeys.id(page)),
                        page.limit(),
                        application -> application.id().toString())
                .map(application -> views.line(application, caller, locale));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney({"applications.view", "applications.draft", "applications.submit", "applications.correspond"})
    ResponseEntity<ApplicationResponse> one(Caller caller, @PathVariable UUID id, Locale locale) {
        Casefile opened = queries.open(caller, id);
        return ResponseEntity.ok()
                .eTag(ETags.of(opened.application().version()))
                .body(views.whole(opened, caller, locale));
    }

    @GetMapping("/{id}/history")
    @PreAuthorize("hasAuthority('person')")
    @UnderPowerOfAttorney("applications.view")
    KeysetPage<HistoryResponse> history(Caller caller, @PathVariable UUID id, PageRequest page, Locale locale) {
        Application application = queries.get(caller, id);
        return KeysetPage.of(
                        queries.history(application, page.limit(), PageKeys.step(page)),
                        page.limit(),
                        entry -> Integer.toString(entry.step()))
                .map(entry -> HistoryResponse.from(
                        entry,
                        views.statusTitle(application, entry.status(), locale),
                        views.reason(application, entry.reasonCode(), locale)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

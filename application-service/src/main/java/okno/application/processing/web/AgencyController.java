package okno.application.processing.web;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import okno.application.attachment.web.PaperContent;
import okno.application.casefile.ApplicationResponse;
import okno.application.casefile.PageKeys;
import okno.application.casefile.domain.Application;
import okno.application.processing.AgencyQueries;
import okno.application.processing.ReadApplication;
import okno.platform.core.Caller;
import okno.platform.web.ETags;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/agency/applications")
@PreAuthorize("denyAll()")
class AgencyController {

    private final AgencyQueries queries;
    private final ReadApplication readApplication;
    private final AgencyViews views;

    AgencyController(AgencyQueries queries, ReadApplication readApplication, AgencyViews views) {
        this.queries = queries;
        this.readApplication = readApplication;
        this.views = views;
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    KeysetPage<ApplicationResponse> queue(Caller caller, @Valid QueueRequest filter, PageRequest page, Locale locale) {
        return KeysetPage.of(
                        queries.page(caller, filter.filter(), page.limit(), PageKeys.dayAndId(page)),
                        page.limit(),
                        QueueKey::of)
                .map(application -> views.line(application, locale));
    }

    /** How much there is to do, of the same filter; each number counted up to 1,000. */
    @GetMapping("/counts")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    AgencyQueries.Counts counts(Caller caller, @Valid QueueRequest filter) {
        return queries.counts(caller, filter.filter());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ResponseEntity<ApplicationResponse> one(Caller caller, @PathVariable UUID id, Locale locale) {
        Application application = readApplication.handle(caller, id);
        return ResponseEntity.ok().eTag(ETags.of(application.version())).body(views.whole(application, locale));
    }

    @GetMapping("/{id}/attachments/{attachmentId}/content")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    ResponseEntity<byte[]> attachment(Caller caller, @PathVariable UUID id, @PathVariable UUID attachmentId) {
        return PaperContent.of(readApplication.attachment(caller, id, attachmentId));
    }
}

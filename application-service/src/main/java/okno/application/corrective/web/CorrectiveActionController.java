package okno.application.corrective.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import okno.application.casefile.PageKeys;
import okno.application.catalogue.WordQueries;
import okno.application.catalogue.domain.References;
import okno.application.corrective.CorrectiveActionQueries;
import okno.application.corrective.WorkOnCorrectiveAction;
import okno.application.corrective.domain.CorrectiveAction;
import okno.application.corrective.domain.CorrectiveComment;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/agency/corrective-actions")
@PreAuthorize("denyAll()")
class CorrectiveActionController {

    private final CorrectiveActionQueries queries;
    private final WorkOnCorrectiveAction work;
    private final WordQueries words;

    CorrectiveActionController(CorrectiveActionQueries queries, WorkOnCorrectiveAction work, WordQueries words) {
        this.queries = queries;
        this.work = work;
        this.words = words;
    }

    record Cause(String code, String title) {}

    record Causes(List<Cause> items) {}

    record CommentView(UUID id, String author, String text, Instant createdAt) {

        static CommentView from(CorrectiveComment comment) {
            return new CommentView(comment.id(), comment.author(), comment.text(), comment.createdAt());
        }
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    KeysetPage<CorrectiveActionResponse> desk(
            Caller caller, @Valid CorrectiveRequests.Filter filter, PageRequest page, Locale locale) {
        return KeysetPage.of(
                        queries.page(caller, filter.filter(), page.limit(), PageKeys.dayAndId(page)),
                        page.limit(),
                        action -> PageKeys.of(action.dueOn(), action.id()))
                .map(action -> view(action, null, locale));
    }

    /** What may be the cause, in the caller's language. */
    @GetMapping("/causes")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    Causes causes(Locale locale) {
        return new Causes(words.today(References.CORRECTIVE_CAUSE).entrySet().stream()
                .map(cause -> new Cause(cause.getKey(), cause.getValue().in(locale)))
                .toList());
    }

    @GetMapping("/{actionId}")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    CorrectiveActionResponse one(Caller caller, @PathVariable UUID actionId, Locale locale) {
        CorrectiveAction action = queries.get(caller, actionId);
        var said = queries.words(caller, action).map(CorrectiveActionResponse.Said::from);
        return view(action, said.orElse(null), locale);
    }

    @PostMapping("/{actionId}/assignment")
    @PreAuthorize("hasAuthority('officer')")
    CorrectiveActionResponse take(Caller caller, @PathVariable UUID actionId, Locale locale) {
        return view(work.take(new WorkOnCorrectiveAction.Command(caller, actionId)), null, locale);
    }

    /** Back to nobody, by who has it or by the agency's system. */
    @DeleteMapping("/{actionId}/assignment")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    CorrectiveActionResponse release(Caller caller, @PathVariable UUID actionId, Locale locale) {
        return view(work.release(new WorkOnCorrectiveAction.Command(caller, actionId)), null, locale);
    }

    @GetMapping("/{actionId}/comments")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    KeysetPage<CommentView> comments(Caller caller, @PathVariable UUID actionId, PageRequest page) {
        return KeysetPage.of(
                        queries.comments(caller, actionId, page.limit(), page.afterId()),
                        page.limit(),
                        comment -> comment.id().toString())
                .map(CommentView::from);
    }

    @PostMapping("/{actionId}/comments")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    @ResponseStatus(HttpStatus.CREATED)
    CommentView comment(
            Caller caller, @PathVariable UUID actionId, @Valid @RequestBody CorrectiveRequests.CommentRequest request) {
        return CommentView.from(work.comment(new WorkOnCorrectiveAction.Command(caller, actionId), request.text()));
    }

    @PostMapping("/{actionId}/closure")
    @PreAuthorize("hasAnyAuthority('officer', 'client')")
    CorrectiveActionResponse close(
            Caller caller,
            @PathVariable UUID actionId,
            @Valid @RequestBody CorrectiveRequests.ClosureRequest request,
            Locale locale) {
        var command = new WorkOnCorrectiveAction.Command(caller, actionId);
        return view(work.close(command, request.cause(), request.measures()), null, locale);
    }

    private CorrectiveActionResponse view(
            CorrectiveAction action, CorrectiveActionResponse.@Nullable Said said, Locale locale) {
        var closure = action.closure();
        String title = closure == null
                ? null
                : words.today(References.CORRECTIVE_CAUSE, closure.cause())
                        .map(cause -> cause.in(locale))
                        .orElse(closure.cause());
        return CorrectiveActionResponse.from(action, title, said);
    }
}

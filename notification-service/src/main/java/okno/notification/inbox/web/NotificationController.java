package okno.notification.inbox.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import okno.notification.inbox.InboxQueries;
import okno.notification.inbox.MarkRead;
import okno.notification.template.Templates;
import okno.platform.core.Caller;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.KeysetPage;
import okno.platform.web.Language;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's inbox. It is the person's own, also while they act for an organisation. */
@RestController
@RequestMapping("/api/v1/notifications")
@PreAuthorize("denyAll()")
class NotificationController {

    private final InboxQueries inbox;
    private final MarkRead markRead;
    private final Templates templates;

    NotificationController(InboxQueries inbox, MarkRead markRead, Templates templates) {
        this.inbox = inbox;
        this.markRead = markRead;
        this.templates = templates;
    }

    /** The newest first. */
    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    InboxPage list(
            @RequestParam(defaultValue = "false") boolean unread,
            PageRequest page,
            Caller caller,
            HttpServletRequest request) {
        KeysetPage<NotificationResponse> found = items(caller, unread, page)
                .map(item -> NotificationResponse.from(item, templates, Language.of(request)));
        return new InboxPage(found.items(), found.next(), inbox.unread(caller.id()));
    }

    @PatchMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    NotificationResponse mark(
            @PathVariable UUID id,
            @Valid @RequestBody MarkReadRequest change,
            Caller caller,
            HttpServletRequest request) {
        markRead.handle(new MarkRead.Command(caller.id(), id, change.read()));
        return NotificationResponse.from(inbox.get(caller.id(), id), templates, Language.of(request));
    }

    /** What was sent to the caller by which channel, and what became of it. */
    @GetMapping("/history")
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<HistoryResponse> history(PageRequest page, Caller caller, HttpServletRequest request) {
        Language language = Language.of(request);
        KeysetPage<InboxQueries.Item> items = items(caller, false, page);
        List<UUID> ids = items.items().stream().map(InboxQueries.Item::id).toList();
        List<InboxQueries.Delivery> deliveries = inbox.deliveries(ids);
        return items.map(item -> HistoryResponse.from(
                item, templates.inbox(item.template(), item.params(), language).title(), deliveries));
    }

    private KeysetPage<InboxQueries.Item> items(Caller caller, boolean unread, PageRequest page) {
        var found = inbox.list(caller.id(), unread, position(page.after()), page.limit());
        return KeysetPage.of(found, page.limit(), item -> Long.toString(item.position()));
    }

    private static @Nullable Long position(@Nullable String after) {
        if (after == null) {
            return null;
        }
        if (!after.matches("\\d{1,18}")) {
            throw new Problem(
                    ProblemKind.MALFORMED,
                    "invalid_request",
                    List.of(),
                    List.of(FieldFault.parameter("after", "format")));
        }
        return Long.valueOf(after);
    }
}

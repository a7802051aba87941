package okno.identity.journal.web;

import java.util.List;
import okno.identity.journal.JournalEntry;
import okno.identity.journal.JournalQueries;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.KeysetPage;
import okno.platform.web.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The journal as far as it is the caller's business. */
@RestController
@RequestMapping("/api/v1/me")
@PreAuthorize("denyAll()")
class JournalController {

    private final JournalQueries queries;

    JournalController(JournalQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/audit")
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<DeedResponse> audit(Caller caller, PageRequest page) {
        return page(queries.deedsOf(caller, before(page), page.limit() + 1), page)
                .map(DeedResponse::from);
    }

    @GetMapping("/data-access")
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<DataAccessResponse> dataAccess(Caller caller, PageRequest page) {
        return page(queries.accessesTo(caller, before(page), page.limit() + 1), page)
                .map(DataAccessResponse::from);
    }

    private static KeysetPage<JournalEntry> page(List<JournalEntry> rows, PageRequest page) {
        return KeysetPage.of(rows, page.limit(), entry -> Long.toString(entry.sequence()));
    }

    private static long before(PageRequest page) {
        String after = page.after();
        if (after == null) {
            return Long.MAX_VALUE;
        }
        if (!after.matches("\\d{1,18}")) {
            throw new Problem(ProblemKind.MALFORMED, "after_format");
        }
        return Long.parseLong(after);
    }
}

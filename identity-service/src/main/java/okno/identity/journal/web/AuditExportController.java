package okno.identity.journal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import okno.identity.journal.JournalEntry;
import okno.identity.journal.JournalQueries;
import okno.identity.journal.StartExport;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A month of the journal for an auditor: JSON lines in the order of the tree. */
@RestController
@PreAuthorize("denyAll()")
class AuditExportController {

    // Read page by page: however slowly the auditor takes them, no transaction and no connection waits.
    private static final int PAGE = 1_000;

    private final StartExport startExport;
    private final JournalQueries journal;
    private final JsonMapper json;

    AuditExportController(StartExport startExport, JournalQueries journal, JsonMapper json) {
        this.startExport = startExport;
        this.journal = journal;
        this.json = json;
    }

    /** Streams a month by UTC, such as {@code 2026-11}. */
    @GetMapping("/api/v1/audit/entries")
    @PreAuthorize("hasAuthority('admin')")
    void export(@RequestParam("month") String month, Caller caller, HttpServletResponse response) throws IOException {
        YearMonth wanted = parse(month);
        startExport.handle(new StartExport.Command(caller, wanted));
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setHeader("Content-Disposition", "attachment; filename=\"audit-" + wanted + ".jsonl\"");
        OutputStream out = response.getOutputStream();
        List<JournalEntry> page = journal.ofMonth(wanted, -1, PAGE);
        while (!page.isEmpty()) {
            for (JournalEntry entry : page) {
                out.write(json.writeValueAsBytes(ExportedEntry.from(entry)));
                out.write('\n');
            }
            out.flush();
            page = page.size() < PAGE
                    ? List.of()
                    : journal.ofMonth(wanted, page.getLast().leafIndex(), PAGE);
        }
    }

    private static YearMonth parse(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw new Problem(ProblemKind.MALFORMED, "month_format");
        }
    }
}

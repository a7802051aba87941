package okno.notification.inbox.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okno.notification.inbox.ExportHistory;
import okno.notification.inbox.InboxQueries;
import okno.notification.template.Templates;
import okno.platform.core.Caller;
import okno.platform.web.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** The caller's whole history as a file, written while it is read. */
@RestController
@RequestMapping("/api/v1/notifications/history/export")
@PreAuthorize("denyAll()")
class ExportController {

    private static final String HEADER = "occurredAt,eventType,title,channel,state,reason,attempts,finishedAt\r\n";

    private final ExportHistory exportHistory;
    private final Templates templates;
    private final JsonMapper json;

    ExportController(ExportHistory exportHistory, Templates templates, JsonMapper json) {
        this.exportHistory = exportHistory;
        this.templates = templates;
        this.json = json;
    }

    /** Kinds of file. */
    enum Format {
        /** RFC 4180 with a byte order mark, one line for each channel of each notification. */
        CSV,
        JSON
    }

    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(defaultValue = "CSV") Format format, Caller caller, HttpServletRequest request) {
        Language language = Language.of(request);
        boolean csv = format == Format.CSV;
        StreamingResponseBody body = out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
            if (csv) {
                csv(writer, caller.id(), language);
            } else {
                json(writer, caller.id(), language);
            }
            writer.flush();
        };
        String name = "notifications." + (csv ? "csv" : "json");
        return ResponseEntity.ok()
                .contentType(csv ? new MediaType("text", "csv", UTF_8) : MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }

    private void csv(Writer writer, String personId, Language language) throws IOException {
        writer.write('\uFEFF');
        writer.write(HEADER);
        exportHistory.handle(personId, (item, deliveries) -> {
            HistoryResponse line = response(item, deliveries, language);
            line.deliveries()
                    .forEach(delivery -> write(
                            writer,
                            cells(
                                    line.occurredAt(),
                                    line.eventType(),
                                    line.title(),
                                    delivery.channel(),
                                    delivery.state(),
                                    delivery.reason(),
                                    delivery.attempts(),
                                    delivery.finishedAt())));
        });
    }

    private void json(Writer writer, String personId, Language language) throws IOException {
        String[] separator = {"["};
        exportHistory.handle(personId, (item, deliveries) -> {
            write(writer, separator[0] + json.writeValueAsString(response(item, deliveries, language)));
            separator[0] = ",\n";
        });
        writer.write(separator[0].equals("[") ? "[]" : "]");
    }

    private HistoryResponse response(
            InboxQueries.Item item, List<InboxQueries.Delivery> deliveries, Language language) {
        String title = templates.inbox(item.template(), item.params(), language).title();
        return HistoryResponse.from(item, title, deliveries);
    }

    private static String cells(@Nullable Object... values) {
        return Arrays.stream(values).map(ExportController::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A cell that a spreadsheet would take for a formula is made a text. */
    static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean formula = Stream.of("=", "+", "-", "@", "\t").anyMatch(text::startsWith);
        String safe = formula ? "'" + text : text;
        return safe.matches("[\\p{L}\\p{N} .:_/-]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static void write(Writer writer, String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package okno.application.rights;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import okno.application.appeal.domain.Appeal;
import okno.application.appeal.persistence.Appeals;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.HistoryEntry;
import okno.application.casefile.domain.Message;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.persistence.OwnerRows;
import okno.application.documents.domain.PersonalDocument;
import okno.application.feedback.persistence.Ratings;
import okno.application.rights.persistence.PersonFiles;
import okno.application.rights.persistence.PersonFiles.StoredFile;
import okno.platform.documents.store.DocumentStore;
import okno.platform.rights.ExportLines;
import okno.platform.rights.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Everything that this service keeps of one person, applications of companies left out: those are the companies'. */
@Service
public class ExportQueries implements PersonalData {

    private static final int PAGE = 100;

    private final OwnerRows applications;
    private final Appeals appeals;
    private final Ratings ratings;
    private final PersonFiles personFiles;
    private final DocumentStore documents;

    ExportQueries(
            OwnerRows applications,
            Appeals appeals,
            Ratings ratings,
            PersonFiles personFiles,
            DocumentStore documents) {
        this.applications = applications;
        this.appeals = appeals;
        this.ratings = ratings;
        this.personFiles = personFiles;
        this.documents = documents;
    }

    @Override
    public void write(String personId, ExportLines lines) {
        Owner owner = new Owner(personId, null);
        each(
                (after, rows) -> applications.page(owner, OwnerRows.Condition.NONE, rows, after),
                Application::id,
                application -> {
                    write(application, lines);
                });
        each((after, rows) -> personFiles.documents(owner.key(), rows, after), PersonalDocument::id, document -> {
            // Results lie with their applications.
            if (!document.isResult()) {
                lines.record("personalDocuments", document);
                name(
                        lines,
                        document.id(),
                        document.fileName(),
                        document.format().name(),
                        document.size(),
                        document.state());
            }
        });
        writeActed(personId, lines);
    }

    private void writeActed(String personId, ExportLines lines) {
        List<PersonFiles.Acted> steps = personFiles.acted(personId, PAGE, null);
        while (!steps.isEmpty()) {
            steps.forEach(step -> lines.record("actedForOthers", step));
            steps = steps.size() < PAGE ? List.of() : personFiles.acted(personId, PAGE, steps.getLast());
        }
    }

    /** Empty also while the file is in quarantine. */
    @Override
    public Optional<InputStream> file(String personId, UUID id) {
        return personFiles
                .find(new Owner(personId, null).key(), id)
                .filter(file -> !file.rejected())
                .map(StoredFile::id)
                .map(documents::open);
    }

    private void write(Application application, ExportLines lines) {
        UUID id = application.id();
        lines.record("applications", summary(application));
        int step = 0;
        List<HistoryEntry> steps = personFiles.history(id, PAGE, step);
        while (!steps.isEmpty()) {
            steps.forEach(entry -> lines.record("history", of(id, "step", entry)));
            steps = steps.size() < PAGE
                    ? List.of()
                    : personFiles.history(id, PAGE, steps.getLast().step());
        }
        each((after, rows) -> personFiles.messages(id, rows, after), Message::id, message -> {
            lines.record("messages", message);
        });
        each((after, rows) -> appeals.of(id, rows, after), Appeal::id, appeal -> lines.record("appeals", appeal));
        ratings.of(id).ifPresent(given -> lines.record("feedback", of(id, "feedback", given)));
        each((after, rows) -> personFiles.papers(id, rows, after), Paper::id, paper -> {
            lines.record("papers", paper);
            name(lines, paper.id(), paper.fileName(), paper.format().name(), paper.size(), paper.state());
        });
    }

    /** Without what the agency has not made known yet: who works on it, and what one officer proposed. */
    private Map<String, @Nullable Object> summary(Application application) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        var filing = application.filing();
        var decision = application.decision();
        shown.put("id", application.id());
        shown.put("number", filing == null ? null : filing.number().value());
        shown.put("serviceCode", application.service().code());
        shown.put("agency", application.service().agency());
        shown.put("status", application.status());
        shown.put("createdAt", application.createdAt());
        shown.put("submittedAt", filing == null ? null : filing.submittedAt());
        shown.put("expectedCompletionDate", filing == null ? null : filing.expectedCompletionDate());
        shown.put("duty", application.duty());
        shown.put("decision", decision == null ? null : decision.verdict());
        shown.put("decisionReason", decision == null ? null : decision.reasonCode());
        shown.put("decisionComment", decision == null ? null : decision.comment());
        shown.put("decidedAt", decision == null ? null : decision.decidedAt());
        shown.put("signatureId", application.signatureId());
        shown.put("form", personFiles.form(application.id()));
        return shown;
    }

    private static Map<String, Object> of(UUID applicationId, String name, Object value) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("applicationId", applicationId);
        record.put(name, value);
        return record;
    }

    private static void name(ExportLines lines, UUID id, String fileName, String format, long size, Paper.State state) {
        if (state != Paper.State.REJECTED) {
            lines.file(id, fileName, format, size);
        }
    }

    /** Pages hold one row more than the limit when there are more. */
    private static <T> void each(
            BiFunction<@Nullable UUID, Integer, List<T>> page,
            Function<T, UUID> idOf,
            java.util.function.Consumer<T> reader) {
        List<T> rows = page.apply(null, PAGE);
        while (!rows.isEmpty()) {
            List<T> shown = rows.size() > PAGE ? rows.subList(0, PAGE) : rows;
            shown.forEach(reader);
            rows = rows.size() > PAGE ? page.apply(idOf.apply(shown.getLast()), PAGE) : List.of();
        }
    }
}

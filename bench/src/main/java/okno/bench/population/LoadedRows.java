package okno.bench.population;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import okno.platform.core.number.Uin;
import org.jspecify.annotations.Nullable;

/** The tables that applications lie in, each filled through a connection of its own so that all are written at once. */
final class LoadedRows {

    private static final HexFormat HEX = HexFormat.of();

    private final Seal seal;
    private final CopyTable application;
    private final CopyTable form;
    private final CopyTable history;
    private final CopyTable paper;
    private final CopyTable watch;

    LoadedRows(Seal seal, List<Connection> connections) throws SQLException {
        this.seal = seal;
        application = new CopyTable(connections.get(0), "application", """
                id, version, service_code, service_version, agency, exclusive, region, person_id, org_id, status,
                created_at, updated_at, number, submitted_at, expected_completion_date, paused_on,
                duty_amount, duty_currency, duty_uin, duty_paid_at, decision, decision_reason, decided_at, decided_by,
                unit, assignee, answer_by, cancel_reason""");
        form = new CopyTable(
                connections.get(1), "application_form", "application_id, form, prefilled, document, document_sha256");
        history = new CopyTable(
                connections.get(2),
                "application_history",
                "application_id, step, previous_status, status, actor, reason_code, occurred_at");
        paper = new CopyTable(
                connections.get(3),
                "paper",
                "id, application_id, side, kind, file_name, format, size, sha256, state, created_at");
        watch = new CopyTable(connections.get(4), "term_watch", "application_id, total_days, working, told, due_on");
    }

    /** What there is to know of one application besides its story. */
    record Case(
            UUID id,
            Service service,
            Person person,
            @Nullable Company company,
            @Nullable String number,
            SplittableRandom random) {}

    void add(Case one, Story story, @Nullable Watch running) throws SQLException, GeneralSecurityException {
        application(one, story);
        form(one, story);
        history(one, story);
        if (story.status().equals("COMPLETED")) {
            paper(one, story.updated());
        }
        if (running != null) {
            watch.row(
                    one.id(), running.total(), one.service().workingDays() ? 't' : 'f', running.told(), running.due());
        }
    }

    private void application(Case one, Story story) throws SQLException {
        Service service = one.service();
        String region = service.regional() ? one.person().region() : null;
        boolean duty = service.duty() > 0 && story.steps.size() > 1;
        boolean decided = story.decision != null;
        String officer =
                "officer-%s-%d".formatted(service.agency(), one.random().nextInt(20));
        boolean inHand = story.submitted != null && !story.status().equals("SUBMITTED") && !service.byRegister();
        application.row(
                one.id(),
                story.steps.size(),
                service.code(),
                service.version(),
                service.agency(),
                service.exclusive() ? 't' : 'f',
                region,
                one.person().id(),
                one.company() == null ? null : one.company().id(),
                story.status(),
                story.steps.getFirst().at(),
                story.updated(),
                one.number(),
                story.submitted,
                story.expected,
                story.isPaused() ? Story.day(story.updated()) : null,
                duty ? service.duty() : null,
                duty ? "RUB" : null,
                duty
                        ? Uin.complete("%019d"
                                        .formatted(1_000_000_000_000L
                                                + one.random().nextLong(1L << 40)))
                                .value()
                        : null,
                story.paidAt,
                story.decision,
                "REJECTED".equals(story.decision) ? service.ground() : null,
                story.decidedAt,
                decided && !service.byRegister() ? officer : null,
                story.submitted == null ? null : service.unit(region),
                inHand && one.random().nextInt(10) < 8 ? officer : null,
                story.answerBy,
                story.cancelReason);
    }

    private void form(Case one, Story story) throws SQLException, GeneralSecurityException {
        Map<String, Object> fields = FormText.fields(one.service(), one.person(), one.company());
        boolean kept = story.steps.size() > 1;
        form.row(
                one.id(),
                seal.form(one.id(), FormText.json(fields)),
                FormText.prefilled(one.service()),
                kept ? seal.document(one.id(), FormText.document(one.id(), one.service(), fields)) : null,
                kept ? hash(one.random()) : null);
    }

    private void history(Case one, Story story) throws SQLException {
        int number = 0;
        for (Story.Step step : story.steps) {
            number++;
            String reason = step.status().equals("REJECTED")
                    ? one.service().ground()
                    : step.status().equals("CANCELLED") ? story.cancelReason : null;
            history.row(one.id(), number, step.previous(), step.status(), step.side(), reason, step.at());
        }
    }

    private void paper(Case one, Instant at) throws SQLException, GeneralSecurityException {
        UUID id = Moments.id(at, one.random());
        paper.row(
                id,
                one.id(),
                "AGENCY",
                "result",
                seal.fileName(id, one.service().code() + ".pdf"),
                "PDF",
                20_000 + one.random().nextInt(200_000),
                hash(one.random()),
                "CLEAN",
                at);
    }

    private static String hash(SplittableRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HEX.formatHex(bytes);
    }

    /** The rows that went in, table by table. */
    List<Long> end() throws SQLException {
        List<Long> rows = new ArrayList<>();
        for (CopyTable table : List.of(application, form, history, paper, watch)) {
            rows.add(table.end());
        }
        return rows;
    }
}

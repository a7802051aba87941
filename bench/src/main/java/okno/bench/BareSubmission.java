package okno.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import okno.bench.population.Loader;
import okno.platform.core.Ids;

/**
 * The statements that application-service makes when a draft of a free service without a signature is submitted, in their
 * order and with rows of their size, by JDBC alone: no HTTP, no token, no form to judge, nothing sealed.
 */
final class BareSubmission implements AutoCloseable {

    private static final byte[] DOCUMENT = new byte[620];
    private static final byte[] EVENT = "x".repeat(420).getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AUDIT = "x".repeat(330).getBytes(StandardCharsets.US_ASCII);
    private static final String OUTBOX = """
            insert into outbox (event_id, topic, type, aggregate_id, version, traceparent, payload)
            values (?, 'okno.application.application.v1', 'okno.application.submitted.v1', ?, 2,
                    '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', ?)""";

    private final Connection connection;
    private final PreparedStatement application;
    private final PreparedStatement papers;
    private final PreparedStatement serial;
    private final PreparedStatement officers;
    private final PreparedStatement update;
    private final PreparedStatement history;
    private final PreparedStatement outbox;
    private final PreparedStatement watch;
    private final PreparedStatement keep;

    BareSubmission(Connection connection) throws SQLException {
        this.connection = connection;
        application = connection.prepareStatement("""
                select application.*, form, prefilled::text
                  from application
                  join application_form on application_id = id
                 where id = ? and owner = ?""");
        papers = connection.prepareStatement("select * from paper where application_id = ? order by id limit 200");
        serial = connection.prepareStatement("select nextval('application_number')");
        officers = connection.prepareStatement("""
                select o.id
                  from (select o.id
                          from officer o
                         where o.agency = 'mvd'
                           and o.available
                           and (o.region is null or '77'::text is null or o.region = '77')
                           and (o.unit is null or 'mvd-moscow'::text is null or o.unit = 'mvd-moscow')
                           and (o.skills = '{}' or o.skills && '{residence-certificate,residence}'::text[])
                         order by random()
                         limit 16) o
                 order by (select count(*)
                             from application a
                            where a.assignee = o.id
                              and a.status in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED',
                                               'CORRECTION_REQUIRED', 'APPROVED')),
                          random()
                 limit 1""");
        update = connection.prepareStatement("""
                update application
                   set version = 2, region = '77', status = 'SUBMITTED', updated_at = ?, number = ?, submitted_at = ?,
                       expected_completion_date = ?, paused_on = null, duty_amount = null, duty_currency = null,
                       duty_uin = null, duty_paid_at = null, decision = null, decision_reason = null,
                       decision_comment = null, decided_at = null, decided_by = null, record_register = null,
                       record_key = null, unit = 'mvd-moscow', assignee = null, proposal = null, proposal_reason = null,
                       proposal_comment = null, proposal_by = null, proposed_at = null, barred = null, answer_by = null,
                       cancel_reason = null, signature_id = null
                 where id = ? and version = 1""");
        history = connection.prepareStatement("""
                insert into application_history
                       (application_id, step, previous_status, status, actor, reason_code, occurred_at)
                select ?, coalesce(max(step), 0) + 1, 'DRAFT', 'SUBMITTED', 'APPLICANT', null, ?
                  from application_history where application_id = ?""");
        outbox = connection.prepareStatement(OUTBOX);
        watch = connection.prepareStatement("""
                insert into term_watch (application_id, total_days, working, told, due_on) values (?, 10, true, null, ?)
                on conflict (application_id) do update set told = excluded.told, due_on = excluded.due_on""");
        keep = connection.prepareStatement(
                "update application_form set document = ?, document_sha256 = ? where application_id = ?");
    }

    void submit(Loader.Draft draft) throws SQLException {
        connection.setAutoCommit(true);
        application.setObject(1, draft.id());
        application.setString(2, "person:" + draft.person());
        read(application);
        papers.setObject(1, draft.id());
        read(papers);
        connection.setAutoCommit(false);
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        LocalDate last = now.toLocalDate().plusDays(14);
        read(officers);
        read(serial);
        save(draft.id(), now, last);
        event(draft.id(), EVENT);
        watch.setObject(1, draft.id());
        watch.setObject(2, last.minusDays(7));
        watch.executeUpdate();
        event(Ids.next(), AUDIT);
        keep.setBytes(1, DOCUMENT);
        keep.setString(2, "0".repeat(64));
        keep.setObject(3, draft.id());
        keep.executeUpdate();
        connection.commit();
    }

    private void save(UUID id, OffsetDateTime now, LocalDate last) throws SQLException {
        update.setObject(1, now);
        update.setString(2, "B-" + id);
        update.setObject(3, now);
        update.setObject(4, last);
        update.setObject(5, id);
        if (update.executeUpdate() != 1) {
            throw new IllegalStateException("not a draft: " + id);
        }
        history.setObject(1, id);
        history.setObject(2, now, Types.TIMESTAMP_WITH_TIMEZONE);
        history.setObject(3, id);
        history.executeUpdate();
    }

    private void event(UUID aggregate, byte[] payload) throws SQLException {
        outbox.setObject(1, Ids.next());
        outbox.setObject(2, aggregate);
        outbox.setBytes(3, payload);
        outbox.executeUpdate();
    }

    private static void read(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                row.getObject(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

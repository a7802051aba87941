package okno.notification.delivery.persistence;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import okno.notification.delivery.PendingDelivery;
import okno.notification.delivery.Settlement;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes what attempts came to, one statement for all of a kind: to plan an update of a partitioned table costs more than
 * to run it. A row leaves {@code PENDING} once, whoever reports first.
 */
@Repository
public class Settlements {

    /**
     * The state is compared as an expression, so that rows are found by their key alone. The index of what is due, small
     * in the statistics and long in a backlog, would be searched from its beginning for each.
     */
    private static final String ROWS = """
            from unnest(cast(:ids as uuid[]), cast(:channels as text[]), cast(:attempts as int[]), cast(:states as text[]),
                        cast(:texts as text[]), cast(:times as timestamptz[]))
                 as r (id, channel, attempt, state, text, time)
            where d.notification_id = r.id and d.channel = r.channel and d.state || '' = 'PENDING'
            """;

    private static final String THIS_ATTEMPT = " and d.attempts = r.attempt";

    private static final String ACCEPTED = """
            update delivery d set state = r.state, reason = null, uncertain_since = null, provider_message_id = r.text,
                   finished_at = r.time
            """ + ROWS;

    private static final String ENDED = """
            update delivery d set state = r.state, reason = r.text, uncertain_since = null, finished_at = r.time
            """ + ROWS + THIS_ATTEMPT;

    private static final String AGAIN = """
            update delivery d set reason = r.text, next_at = r.time, provider = null, uncertain_since = null
            """ + ROWS + THIS_ATTEMPT;

    private static final String AGAIN_THERE = """
            update delivery d set reason = r.text, next_at = r.time
            """ + ROWS + THIS_ATTEMPT;

    private static final String PUT_OFF = """
            update delivery d set next_at = r.time, due_at = r.time, provider = null, uncertain_since = null,
                   attempts = d.attempts - 1
            """ + ROWS + THIS_ATTEMPT;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    Settlements(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** A delivery's new values; what a statement does not name is not written. */
    private record Row(
            UUID id,
            String channel,
            int attempt,
            String state,
            @Nullable String text,
            Instant time) {}

    public void write(List<Settlement> settlements) {
        Map<String, List<Row>> statements = new LinkedHashMap<>();
        for (Settlement settlement : settlements) {
            switch (settlement) {
                case Settlement.Accepted it ->
                    add(statements, ACCEPTED, it, "ACCEPTED", it.providerMessageId(), it.at());
                case Settlement.Failed it -> add(statements, ENDED, it, "FAILED", it.reason(), it.at());
                case Settlement.Cancelled it -> add(statements, ENDED, it, "CANCELLED", it.reason(), it.at());
                case Settlement.Again it ->
                    add(statements, it.pinned() ? AGAIN_THERE : AGAIN, it, "PENDING", it.reason(), it.next());
                case Settlement.PutOff it -> add(statements, PUT_OFF, it, "PENDING", null, it.until());
                case Settlement.Lapsed it -> {}
            }
        }
        transaction.executeWithoutResult(status -> statements.forEach(this::write));
    }

    private void write(String sql, List<Row> rows) {
        jdbc.sql(sql)
                .param("ids", column(rows, Row::id))
                .param("channels", column(rows, Row::channel))
                .param("attempts", column(rows, Row::attempt))
                .param("states", column(rows, Row::state))
                .param("texts", column(rows, Row::text))
                .param("times", column(rows, row -> row.time().atOffset(UTC)))
                .update();
    }

    private static @Nullable String[] column(List<Row> rows, Function<Row, @Nullable Object> value) {
        return rows.stream()
                .map(row -> {
                    Object found = value.apply(row);
                    return found == null ? null : found.toString();
                })
                .toArray(String[]::new);
    }

    private static void add(
            Map<String, List<Row>> statements,
            String sql,
            Settlement settlement,
            String state,
            @Nullable String text,
            Instant time) {
        PendingDelivery delivery = settlement.delivery();
        statements
                .computeIfAbsent(sql, any -> new ArrayList<>())
                .add(new Row(
                        delivery.notificationId(), delivery.channel().name(), delivery.attempt(), state, text, time));
    }
}

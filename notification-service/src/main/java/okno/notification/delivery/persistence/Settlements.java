package okno.notification.delivery.persistence;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okno.notification.delivery.PendingDelivery;
import okno.notification.delivery.Settlement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Writes what attempts came to. A row leaves {@code PENDING} once, whoever reports first. */
@Repository
public class Settlements {

    private static final String ACCEPTED = """
            update delivery set state = 'ACCEPTED', reason = null, uncertain_since = null, provider_message_id = ?,
                   finished_at = ?
            where notification_id = ? and channel = ? and state = 'PENDING'
            """;

    private static final String ENDED = """
            update delivery set state = ?, reason = ?, uncertain_since = null, finished_at = ?
            where notification_id = ? and channel = ? and state = 'PENDING' and attempts = ?
            """;

    private static final String AGAIN = """
            update delivery set reason = ?, next_at = ?, provider = case when ? then provider end,
                   uncertain_since = case when ? then uncertain_since end
            where notification_id = ? and channel = ? and state = 'PENDING' and attempts = ?
            """;

    private static final String PUT_OFF = """
            update delivery set next_at = ?, due_at = ?, provider = null, uncertain_since = null, attempts = attempts - 1
            where notification_id = ? and channel = ? and state = 'PENDING' and attempts = ?
            """;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;

    Settlements(JdbcTemplate jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public void write(List<Settlement> settlements) {
        Map<String, List<Object[]>> statements = new LinkedHashMap<>();
        for (Settlement settlement : settlements) {
            String sql =
                    switch (settlement) {
                        case Settlement.Accepted accepted -> ACCEPTED;
                        case Settlement.Failed failed -> ENDED;
                        case Settlement.Cancelled cancelled -> ENDED;
                        case Settlement.Again again -> AGAIN;
                        case Settlement.PutOff putOff -> PUT_OFF;
                    };
            statements.computeIfAbsent(sql, any -> new ArrayList<>()).add(arguments(settlement));
        }
        transaction.executeWithoutResult(status -> statements.forEach(jdbc::batchUpdate));
    }

    private static Object[] arguments(Settlement settlement) {
        PendingDelivery delivery = settlement.delivery();
        Object id = delivery.notificationId();
        String channel = delivery.channel().name();
        int attempt = delivery.attempt();
        return switch (settlement) {
            case Settlement.Accepted it -> new Object[] {it.providerMessageId(), time(it.at()), id, channel};
            case Settlement.Failed it -> new Object[] {"FAILED", it.reason(), time(it.at()), id, channel, attempt};
            case Settlement.Cancelled it ->
                new Object[] {"CANCELLED", it.reason(), time(it.at()), id, channel, attempt};
            case Settlement.Again it ->
                new Object[] {it.reason(), time(it.next()), it.pinned(), it.pinned(), id, channel, attempt};
            case Settlement.PutOff it -> new Object[] {time(it.until()), time(it.until()), id, channel, attempt};
        };
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(UTC);
    }
}

package okno.e2e.crash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import okno.local.Stack;
import okno.local.machine.Port;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** What the databases and the broker say when everything is quiet. */
public final class Ledger {

    private static final List<String> DATABASES = List.of(
            "okno_identity",
            "okno_application",
            "okno_registry",
            "okno_payment",
            "okno_org",
            "okno_notification",
            "okno_webhook");

    private final Stack stack;

    public Ledger(Stack stack) {
        this.stack = stack;
    }

    /** The first column of every row. */
    public List<String> column(String database, String sql) {
        Properties login = new Properties();
        login.setProperty("user", database);
        login.setProperty("password", stack.databasePassword(database));
        try (Connection connection = DriverManager.getConnection(stack.databaseUrl(database), login);
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        } catch (SQLException e) {
            throw new AssertionError(database + ": " + e.getMessage(), e);
        }
    }

    public long number(String database, String sql) {
        return Long.parseLong(column(database, sql).getFirst());
    }

    /** Outbox rows by database, those without any left out. */
    public Map<String, Long> outboxes() {
        Map<String, Long> rows = new TreeMap<>();
        for (String database : DATABASES) {
            long count = number(database, "select count(*) from outbox");
            if (count > 0) {
                rows.put(database, count);
            }
        }
        return rows;
    }

    /** Dead letters by topic, topics without any left out. */
    public Map<String, Long> deadLetters() throws InterruptedException, ExecutionException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", "localhost:" + stack.ports().of(Port.KAFKA));
        try (Admin admin = Admin.create(settings)) {
            var topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.endsWith(".dlt"))
                    .toList();
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            admin.describeTopics(topics).allTopicNames().get().forEach((name, topic) -> topic.partitions()
                    .forEach(partition ->
                            ends.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
            Map<String, Long> letters = new TreeMap<>();
            admin.listOffsets(ends).all().get().forEach((partition, end) -> {
                if (end.offset() > 0) {
                    letters.merge(partition.topic(), end.offset(), Long::sum);
                }
            });
            return letters;
        }
    }
}

package okno.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import okno.platform.test.TestToken;
import okno.webhook.Receiver;
import okno.webhook.Receiver.Answer;
import okno.webhook.Receiver.Message;
import okno.webhook.WebhookServiceTestCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/**
 * Three processes share the endpoints while a backlog is delivered: one is killed, one is stopped for longer than its
 * lease and then goes on as if nothing had happened. Events are not read from Kafka here: the engine is what is looked at.
 */
@TestPropertySource(
        properties = {
            "spring.kafka.listener.auto-startup=false",
            "okno.webhook.delivery.lease.instance=first",
            "okno.webhook.delivery.lease.length=2s",
            "okno.webhook.delivery.lease.renew=300ms"
        })
class TwoInstancesIT extends WebhookServiceTestCase {

    private static final int ENDPOINTS = 24;
    private static final int EACH = 150;
    /** Of one process: what is under way, and what is sent while results are collected and written. */
    private static final int MOST_UNDER_WAY = 600;

    @Autowired
    private Environment environment;

    private final List<Process> others = new ArrayList<>();
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        others.forEach(Process::destroyForcibly);
        receiver.close();
    }

    @Test
    void one_is_killed_and_one_sleeps_and_nothing_is_lost_and_nothing_is_recorded_twice() throws Exception {
        receiver.behave(message -> {
            LockSupport.parkNanos(Duration.ofMillis(40).toNanos());
            return Answer.status(204);
        });
        List<UUID> endpoints = new ArrayList<>();
        for (int i = 0; i < ENDPOINTS; i++) {
            TestToken owner = newAgency(newAgencyCode());
            endpoints.add(activeEndpoint(owner, receiver, SUBMITTED).id());
        }
        Process killed = start("second");
        Process sleeper = start("third");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(shards())
                .allSatisfy((owner, count) -> assertThat(count).isBetween(20L, 22L))
                .containsOnlyKeys("first", "second", "third"));

        endpoints.forEach(this::fill);
        await().untilAsserted(() -> assertThat(receiver.events()).hasSizeGreaterThan(300));
        signal(sleeper, "STOP");
        killed.destroyForcibly();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(shards()).containsOnlyKeys("first"));
        signal(sleeper, "CONT");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(pending()).isZero());
        Map<String, Long> times = receiver.events().stream()
                .collect(Collectors.groupingBy(message -> message.id(), Collectors.counting()));
        assertThat(times).hasSize(ENDPOINTS * EACH);
        assertThat(receiver.events().size() - ENDPOINTS * EACH).isLessThan(2 * MOST_UNDER_WAY);
        assertThat(jdbc.sql("select count(*) from attempt where outcome = 'DELIVERED'")
                        .query(Long.class)
                        .single())
                .isEqualTo(ENDPOINTS * EACH);
        // The sleeper is back, with shards of its own in epochs of its own.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(shards()).containsOnlyKeys("first", "third"));
        assertThat(receiver.events()).extracting(Message::type).containsOnly(SUBMITTED);
    }

    private Process start(String name) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx200m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "okno.webhook.WebhookService");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/instance-" + name + ".log"));
        List.of(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "spring.kafka.bootstrap-servers",
                        "spring.kafka.listener.auto-startup",
                        "okno.messaging.require-durable-database",
                        "okno.security.issuer",
                        "okno.security.jwks-uri",
                        "okno.security.acting-issuer",
                        "okno.security.acting-jwks-uri",
                        "okno.security.client-key-file",
                        "okno.webhook.signing.data-keyset-file",
                        "okno.webhook.egress.allow-insecure",
                        "okno.webhook.delivery.lease.length",
                        "okno.webhook.delivery.lease.renew")
                .forEach(key -> builder.environment().put(variable(key), environment.getRequiredProperty(key)));
        builder.environment().put(variable("okno.webhook.delivery.lease.instance"), name);
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().put("MANAGEMENT_SERVER_PORT", "0");
        Process process = builder.start();
        others.add(process);
        return process;
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(code).isZero();
    }

    private Map<String, Long> shards() {
        return jdbc
                .sql("select owner from shard_lease where owner is not null and lease_until > now()")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(owner -> owner, Collectors.counting()));
    }

    private long pending() {
        return jdbc.sql("select count(*) from delivery_pending")
                .query(Long.class)
                .single();
    }

    private void fill(UUID endpoint) {
        jdbc.sql("""
                with made as (
                    insert into event (id, type, occurred_at, application_id, body, held)
                    select uuidv7(), :type, now(), gen_random_uuid(),
                           convert_to('{"type":"' || :type || '","data":{"n":' || n || '}}', 'UTF8'), false
                    from generate_series(1, :count) n
                    returning id, application_id)
                insert into delivery_pending (endpoint_id, id, event_id, subject, due_at, created_at)
                select :endpoint, delivery_id(:endpoint, row_number() over (order by id)), id, application_id, now(), now()
                from made
                """)
                .param("endpoint", endpoint)
                .param("type", SUBMITTED)
                .param("count", EACH)
                .update();
    }
}

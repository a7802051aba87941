package okno.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import okno.auditverifier.AuditVerify;
import okno.local.machine.Port;
import okno.local.process.Program;
import okno.platform.core.Ids;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backlog of audit events taken into the journal by the real identity-service: read from Kafka, hashed, inserted, put
 * into the Merkle tree and signed for, every commit synced. The first entries are for warming up and do not count. Then
 * proofs out of that tree, and a verification of all of it.
 */
final class AuditSuite implements Suite {

    private static final String NAME = "audit: events into the Merkle log";
    private static final String TOPIC = "okno.platform.audit.v1";
    private static final String DATABASE = "okno_identity";
    private static final int PROOFS_A_SECOND = 100;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Random random = new Random(7);

    @Override
    public void run(Settings settings, Report report) throws Exception {
        int warmUp = settings.quick() ? 5_000 : 100_000;
        int counted = settings.quick() ? 10_000 : 400_000;
        try (EventStack stack = EventStack.start(settings.layout(), TOPIC, DATABASE);
                Issuer issuer = Issuer.start(stack.ports.of(Port.KEYCLOAK))) {
            List<UUID> ids = backlog(stack, warmUp + counted);
            Program service = IdentityProcess.start(stack, issuer, Map.of());
            try (Connection database = DriverManager.getConnection(
                    stack.database.url(DATABASE), DATABASE, stack.database.password(DATABASE))) {
                ingest(report, stack, service, database, warmUp, ids.size());
                proofs(report, stack, ids, Duration.ofSeconds(settings.quick() ? 2 : 10));
                verify(report, stack, ids.size());
            } finally {
                service.stop();
            }
        }
    }

    private void ingest(Report report, EventStack stack, Program service, Connection database, int warmUp, int total)
            throws SQLException, InterruptedException {
        long first = awaitSize(database, warmUp);
        double own = ProcessUse.cpuSeconds(service.pid());
        double postgres = ProcessUse.cpuSeconds(stack.databasePid());
        long begun = System.nanoTime();
        long counted = awaitSize(database, total) - first;
        double seconds = (System.nanoTime() - begun) / 1e9;
        double ownMicros = (ProcessUse.cpuSeconds(service.pid()) - own) * 1e6 / counted;
        double postgresMicros = (ProcessUse.cpuSeconds(stack.databasePid()) - postgres) * 1e6 / counted;
        report.add(NAME, "entries ingested", counted / seconds, "1/s", counted + " entries, fsync on");
        report.add(NAME, "processor time of identity-service", ownMicros, "us/entry", "");
        report.add(NAME, "processor time of PostgreSQL", postgresMicros, "us/entry", "");
        report.add(NAME, "signed heads", one(database, "select count(*) from audit_head"), "", "");
    }

    private void proofs(Report report, EventStack stack, List<UUID> ids, Duration time) {
        String proofs = "http://localhost:" + stack.ports.of(Port.IDENTITY) + "/api/v1/audit/proofs/";
        var histogram = new Histogram(3);
        var loop = new OpenLoop();
        try (HttpClient http = HttpClient.newHttpClient()) {
            loop.run(PROOFS_A_SECOND, time, intended -> {
                UUID id = ids.get(random.nextInt(ids.size()));
                var answer = http.send(
                        HttpRequest.newBuilder(URI.create(proofs + id)).build(), BodyHandlers.discarding());
                // The newest entries may still wait for their head.
                if (answer.statusCode() != 200 && answer.statusCode() != 409) {
                    throw new IllegalStateException("a proof was answered " + answer.statusCode());
                }
                synchronized (histogram) {
                    histogram.recordValue(System.nanoTime() - intended);
                }
            });
        }
        if (loop.failed() + loop.dropped() > 0) {
            throw new IllegalStateException(loop.failed() + " proofs failed, dropped " + loop.dropped());
        }
        report.add(NAME, "proof of a random entry", histogram);
    }

    private static void verify(Report report, EventStack stack, int total) {
        String database = stack.database.url(DATABASE);
        var said = new StringWriter();
        long begun = System.nanoTime();
        int code = AuditVerify.execute(
                new PrintWriter(said, true),
                "%s%suser=%s&password=%s"
                        .formatted(
                                database,
                                database.contains("?") ? "&" : "?",
                                DATABASE,
                                stack.database.password(DATABASE)),
                "--keys",
                "http://localhost:" + stack.ports.of(Port.IDENTITY) + "/.well-known/okno-audit-jwks.json");
        if (code != 0) {
            throw new IllegalStateException("the journal is not whole: " + said);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        report.add(
                NAME,
                "entries verified",
                total / seconds,
                "1/s",
                said.toString().strip());
    }

    private List<UUID> backlog(EventStack stack, int count) {
        List<UUID> ids = new ArrayList<>(count);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrap, "acks", "all", "linger.ms", "5"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                UUID id = Ids.next();
                ids.add(id);
                producer.send(event(id));
            }
        }
        return ids;
    }

    private ProducerRecord<String, byte[]> event(UUID id) {
        String person = new UUID(7, random.nextInt(100_000)).toString();
        byte[] data = json.writeValueAsBytes(Map.of(
                "actorId", "application-service",
                "actorKind", "SERVICE",
                "action", "person.read",
                "objectType", "person",
                "objectId", person,
                "personId", person,
                "basis", "application.prefill",
                "result", "DONE",
                "traceId", "4bf92f3577b34da6a3ce929d0e0e4736"));
        var message = new ProducerRecord<>(TOPIC, id.toString(), data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_source",
                        "/application-service",
                        "ce_type",
                        "okno.audit.recorded.v1",
                        "ce_subject",
                        id.toString(),
                        "ce_time",
                        Clock.systemUTC().instant().toString(),
                        "ce_sequence",
                        "1",
                        "content-type",
                        "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }

    private static long awaitSize(Connection database, long size) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (true) {
            long now = one(database, "select size from audit_tree");
            if (now >= size) {
                return now;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the journal has %d entries instead of %d".formatted(now, size));
            }
            Thread.sleep(20);
        }
    }

    private static long one(Connection database, String query) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(query);
                ResultSet rs = statement.executeQuery()) {
            rs.next();
            return rs.getLong(1);
        }
    }
}

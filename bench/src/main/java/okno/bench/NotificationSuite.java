package okno.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
 * Orders to notify, each of another person and each by SMS and e-mail, from the moment that the event should be on its
 * topic to the hand-over at the provider: Kafka, the real notification-service, its database with every write synced. In
 * the measured round the first SMS gateway becomes slow, three seconds an answer, and is used no further than the service
 * lets it.
 */
final class NotificationSuite implements Suite {

    private static final String NAME = "notification: event to hand-over, one of two SMS gateways slow";
    private static final String TOPIC = "okno.application.application.v1";
    private static final String TYPE = "okno.application.submitted.v1";
    private static final String DATABASE = "okno_notification";
    private static final int ORDERS_A_SECOND = 500;
    private static final long SLOW_MILLIS = 3_000;
    private static final long PROMISE = Duration.ofSeconds(10).toNanos();

    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    public void run(Settings settings, Report report) throws Exception {
        try (EventStack stack = EventStack.start(settings.layout(), TOPIC, DATABASE);
                Issuer issuer = Issuer.start(stack.ports.of(Port.KEYCLOAK));
                ProviderSink sink = new ProviderSink()) {
            Program service = startService(stack, issuer, sink);
            try (var producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", stack.bootstrap, "acks", "all", "linger.ms", "1"),
                    new StringSerializer(),
                    new ByteArraySerializer())) {
                // The just-in-time compiler, the connections and the consumers get their time.
                awaitAll(sink, orders(producer, 200, Duration.ofSeconds(settings.quick() ? 2 : 10)));
                capacity(producer, sink, report, service, settings.quick() ? 500 : 5_000);
                slowGateway(producer, sink, report, Duration.ofSeconds(settings.quick() ? 5 : 25));
            } finally {
                service.stop();
            }
        }
    }

    private void capacity(
            KafkaProducer<String, byte[]> producer, ProviderSink sink, Report report, Program service, int count)
            throws InterruptedException {
        double cpu = ProcessUse.cpuSeconds(service.pid());
        long begun = System.nanoTime();
        Map<String, Long> sent = orders(producer, 5_000, Duration.ofMillis(count / 5));
        awaitAll(sink, sent);
        double seconds = (System.nanoTime() - begun) / 1e9;
        double micros = (ProcessUse.cpuSeconds(service.pid()) - cpu) * 1e6 / sent.size();
        report.add(NAME, "orders of a backlog, no gateway slow", sent.size() / seconds, "1/s", "two messages each");
        report.add(NAME, "processor time of notification-service", micros, "us/order", "");
    }

    private void slowGateway(KafkaProducer<String, byte[]> producer, ProviderSink sink, Report report, Duration time)
            throws InterruptedException {
        sink.slowMillis = SLOW_MILLIS;
        Map<String, Long> sent = orders(producer, ORDERS_A_SECOND, time);
        long accepted = sent.size();
        awaitAll(sink, sent);
        report.add(NAME, "orders a second, open loop", accepted / (time.toMillis() / 1e3), "1/s", accepted + " orders");
        shares(report, "sms", sent, sink.sms);
        shares(report, "e-mail", sent, sink.letters);
        report.add(NAME, "messages offered to the slow gateway", sink.bySlowGateway.get(), "", "of " + accepted);
        report.add(NAME, "messages at both gateways", sink.atTwoGateways.get(), "", "must be 0");
        report.add(NAME, "repeats at the same provider", sink.repeated.get(), "", "answers that came too late");
    }

    private static void shares(Report report, String channel, Map<String, Long> sent, Map<String, Long> arrived) {
        var histogram = new Histogram(3);
        long inTime = 0;
        for (Map.Entry<String, Long> order : sent.entrySet()) {
            long took = Math.max(0, arrived.getOrDefault(order.getKey(), Long.MAX_VALUE) - order.getValue());
            histogram.recordValue(took);
            inTime += took < PROMISE ? 1 : 0;
        }
        report.add(NAME, channel + " handed over within 10 s", 100.0 * inTime / sent.size(), "%", "");
        report.add(NAME, channel + " event to hand-over", histogram);
    }

    private Map<String, Long> orders(KafkaProducer<String, byte[]> producer, double rate, Duration time) {
        Map<String, Long> sent = new ConcurrentHashMap<>();
        new OpenLoop().run(rate, time, intended -> {
            String person = UUID.randomUUID().toString();
            producer.send(event(person)).get();
            sent.put(person, intended);
        });
        return sent;
    }

    private ProducerRecord<String, byte[]> event(String person) {
        UUID application = Ids.next();
        byte[] data = json.writeValueAsBytes(Map.of(
                "applicationId", application,
                "number", "T-2026-0000001-0",
                "serviceCode", "residence-certificate",
                "agency", "one",
                "personId", person,
                "previousStatus", "DRAFT",
                "status", "SUBMITTED"));
        var message = new ProducerRecord<>(TOPIC, application.toString(), data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/bench",
                        "ce_type",
                        TYPE,
                        "ce_subject",
                        application.toString(),
                        "ce_time",
                        Clock.systemUTC().instant().toString(),
                        "ce_sequence",
                        "1",
                        "content-type",
                        "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }

    private static void awaitAll(ProviderSink sink, Map<String, Long> sent) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!sink.sms.keySet().containsAll(sent.keySet())
                || !sink.letters.keySet().containsAll(sent.keySet())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("messages are missing after a minute and a half");
            }
            Thread.sleep(50);
        }
    }

    private static Program startService(EventStack stack, Issuer issuer, ProviderSink sink)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>();
        environment.put("OKNO_PORT", Integer.toString(stack.ports.of(Port.NOTIFICATION)));
        environment.put("OKNO_MANAGEMENT_PORT", Integer.toString(stack.ports.of(Port.NOTIFICATION_MANAGEMENT)));
        environment.put("OKNO_DB_URL", stack.database.url(DATABASE));
        environment.put("OKNO_DB_USER", DATABASE);
        environment.put("OKNO_DB_PASSWORD", stack.database.password(DATABASE));
        environment.put("OKNO_KAFKA", stack.bootstrap);
        environment.put("OKNO_ISSUER", issuer.url());
        environment.put("OKNO_SECURITY_TOKENURI", sink.url() + "/token");
        environment.put("OKNO_IDENTITY_URL", sink.url());
        environment.put("OKNO_SMS_URL", sink.url() + "/first");
        environment.put("OKNO_SMS2_URL", sink.url() + "/second");
        environment.put("OKNO_SMTP_HOST", "127.0.0.1");
        environment.put("OKNO_SMTP_PORT", Integer.toString(sink.smtpPort()));
        environment.put(
                "OKNO_DATA_KEYSET_FILE",
                stack.secrets.dataKeysetFile("notification-service").toString());
        environment.put(
                "OKNO_CLIENT_KEY_FILE",
                stack.secrets.signingKeyFile("notification-service").toString());
        return ServiceProcess.start(
                stack.layout, "notification-service", stack.ports.of(Port.NOTIFICATION_MANAGEMENT), environment);
    }
}

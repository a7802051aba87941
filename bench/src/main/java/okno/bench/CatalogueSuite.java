package okno.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import okno.local.machine.Port;
import okno.local.process.Program;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Search over 1,000 services through the real application-service: Russian and English, endings, synonyms, slips of the
 * pen, filters. Nobody sends an ETag, so every request is searched and written out. Open loop at a fixed rate.
 */
final class CatalogueSuite implements Suite {

    private static final String NAME = "catalogue: 1,000 services";
    private static final String TOPIC = "okno.application.application.v1";
    private static final String DATABASE = "okno_application";
    private static final int SERVICES = 1_000;
    private static final int RATE = 200;
    private static final List<String> QUERIES = List.of(
            "загранпаспорт",
            "загранпасспорт",
            "загранпаспорт на ребёнка",
            "выписка из егрюл",
            "открыть ип",
            "вадительское удостоверение",
            "прописка",
            "справка о несудимости 17",
            "материнский капитал",
            "как записаться к врачу",
            "оспорить штраф",
            "выйти на пенсию",
            "паспорт",
            "справка",
            "driving license",
            "tax refund",
            "регистрация автомобиля",
            "аренда земли 250",
            "пособие на детей",
            "ничего похожего");
    private static final List<String> FILTERS = List.of(
            "", "", "&for=PERSON", "&agency=mvd", "&category=passports", "&lifeEvent=child-birth", "&region=77");
    private static final String COPIES = """
            insert into service_passport (code, version, content, sha256, published_at)
            select 'copy-' || n, 1,
                   jsonb_set(jsonb_set(p.content::jsonb, '{code}', to_jsonb('copy-' || n)), '{title,ru}',
                             to_jsonb((p.content #>> '{title,ru}') || ' ' || n))::json,
                   'bench', now()
              from generate_series(1, %d) n
              join (select content, row_number() over (order by code) - 1 as place, count(*) over () as number
                      from service_passport
                     where code not like 'copy-%%') p on p.place = n %% p.number
            """;

    private final AtomicInteger turn = new AtomicInteger();

    @Override
    public void run(Settings settings, Report report) throws Exception {
        try (EventStack stack = EventStack.start(settings.layout(), TOPIC, DATABASE);
                Issuer issuer = Issuer.start(stack.ports.of(Port.KEYCLOAK))) {
            Program service = startService(stack, issuer);
            try (HttpClient http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
                String services = "http://localhost:" + stack.ports.of(Port.APPLICATION) + "/api/v1/services";
                report.add(NAME, "services", fill(stack), "", "the shipped ones, copied under other names");
                refuseNonsense(http, services);
                warm(http, services, settings.quick() ? 2 : 20);
                double before = ProcessUse.cpuSeconds(service.pid());
                int seconds = settings.quick() ? 3 : 30;
                Histogram searched = measure(http, services, seconds);
                double micros = (ProcessUse.cpuSeconds(service.pid()) - before) * 1e6 / searched.getTotalCount();
                report.add(NAME, "rate", RATE, "requests/s", "open loop, 20 services a page");
                report.add(NAME, "search", searched, Map.of(50.0, 30.0, 99.0, 30.0));
                report.add(NAME, "processor time of application-service", micros, "us/request", "");
            } finally {
                service.stop();
            }
        }
    }

    private static long fill(EventStack stack) throws SQLException, InterruptedException {
        try (Connection connection = DriverManager.getConnection(
                        stack.database.url(DATABASE), DATABASE, stack.database.password(DATABASE));
                Statement statement = connection.createStatement()) {
            long shipped = count(statement);
            statement.executeUpdate(COPIES.formatted(SERVICES - shipped));
            // Within a second the service has seen it.
            Thread.sleep(1_500);
            return count(statement);
        }
    }

    private static long count(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("select count(distinct code) from service_passport")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** A fast answer of a broken search would be worth nothing. */
    private static void refuseNonsense(HttpClient http, String services) throws IOException, InterruptedException {
        String found = call(http, services + "?query=" + encoded("загранпасспорт на ребёнка"))
                .body();
        if (!found.contains("foreign-passport-child")) {
            throw new IllegalStateException("search does not find: " + found);
        }
    }

    /** One after the other: a service that has just begun would only pile up what comes at its time. */
    private void warm(HttpClient http, String services, int seconds) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (System.nanoTime() < end) {
            search(http, services);
        }
    }

    private void search(HttpClient http, String services) throws IOException, InterruptedException {
        int number = turn.getAndIncrement();
        String query = QUERIES.get(number % QUERIES.size());
        String filter = FILTERS.get(number / QUERIES.size() % FILTERS.size());
        var answer = call(http, services + "?query=" + encoded(query) + filter);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("answered " + answer.statusCode());
        }
    }

    private Histogram measure(HttpClient http, String services, int seconds) throws InterruptedException {
        var histogram = new ConcurrentHistogram(3);
        var loop = new OpenLoop();
        loop.run(RATE, Duration.ofSeconds(seconds), intended -> {
            search(http, services);
            histogram.recordValue(System.nanoTime() - intended);
        });
        if (loop.failed() + loop.dropped() > 0) {
            throw new IllegalStateException(loop.failed() + " failed, " + loop.dropped() + " dropped");
        }
        return histogram;
    }

    private static HttpResponse<String> call(HttpClient http, String url) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private static Program startService(EventStack stack, Issuer issuer) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>();
        environment.put("OKNO_PORT", Integer.toString(stack.ports.of(Port.APPLICATION)));
        environment.put("OKNO_MANAGEMENT_PORT", Integer.toString(stack.ports.of(Port.APPLICATION_MANAGEMENT)));
        environment.put("OKNO_DB_URL", stack.database.url(DATABASE));
        environment.put("OKNO_DB_USER", DATABASE);
        environment.put("OKNO_DB_PASSWORD", stack.database.password(DATABASE));
        environment.put("OKNO_KAFKA", stack.bootstrap);
        environment.put("OKNO_ISSUER", issuer.url());
        environment.put(
                "OKNO_DOCUMENTS_DIR",
                stack.layout.ensure(stack.layout.home().resolve("documents")).toString());
        environment.put("OKNO_SCANNER", "EICAR");
        environment.put(
                "OKNO_DATA_KEYSET_FILE",
                stack.secrets.dataKeysetFile("application-service").toString());
        environment.put(
                "OKNO_CLIENT_KEY_FILE",
                stack.secrets.signingKeyFile("application-service").toString());
        return ServiceProcess.start(
                stack.layout, "application-service", stack.ports.of(Port.APPLICATION_MANAGEMENT), environment);
    }
}

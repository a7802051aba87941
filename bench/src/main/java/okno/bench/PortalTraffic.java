package okno.bench;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import okno.bench.PortalClient.Answer;
import okno.bench.PortalClient.Credentials;
import okno.bench.population.Company;
import okno.bench.population.Person;
import okno.bench.population.Population;
import org.jspecify.annotations.Nullable;

/** What people, a company and officers do at the portal, one call at a time. */
final class PortalTraffic {

    private static final int PEOPLE = 3_000;
    private static final String SLOW_SERVICE = "residence-certificate";
    private static final String INSTANT_SERVICE = "egrip-extract";
    private static final List<String> QUERIES =
            List.of("загранпаспорт", "выписка из егрюл", "вадительское", "прописка", "пособие на детей", "tax refund");
    private static final List<String> SERVICES =
            List.of("passport-replacement", "driving-licence", "child-benefit", SLOW_SERVICE, "egrn-extract");
    private static final List<String> COMPANY_LISTS = List.of(
            "",
            "",
            "?status=COMPLETED",
            "?service=tax-settlement",
            "?status=REJECTED",
            "?query=FNS-2026",
            "?status=IN_REVIEW");
    private static final List<String> QUEUES = List.of(
            "", "?status=IN_REVIEW", "?unassigned=true", "?overdue=true", "?region=77", "?dueWithin=3&status=RECEIVED");
    private static final List<String> AGENCIES = List.of("mvd", "fns", "sfr", "gibdd");

    private final PortalClient client;
    private final Issuer issuer;
    private final List<Case> cases;
    private final Map<UUID, Credentials> people = new ConcurrentHashMap<>();
    private final List<Credentials> officers;
    private final Credentials company;
    private final ConcurrentLinkedQueue<Draft> begun = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Draft> slow = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Draft> instant = new ConcurrentLinkedQueue<>();
    /** When the submission of an application of the instant service should have begun. */
    final Map<String, Long> submitted = new ConcurrentHashMap<>();

    private record Case(UUID id, UUID person) {}

    private record Draft(String id, UUID person, String etag, boolean instant) {}

    PortalTraffic(PortalClient client, LoadedService service) throws SQLException, JOSEException {
        this.client = client;
        this.issuer = service.issuer;
        try (Connection connection = service.connect()) {
            cases = cases(connection);
        }
        cases.forEach(
                one -> people.computeIfAbsent(one.person(), id -> new Credentials(issuer.person(id.toString()), null)));
        officers = AGENCIES.stream()
                .map(agency -> new Credentials(issuer.officer(agency, "officer-" + agency + "-1"), null))
                .toList();
        UUID clerk = Person.of(Population.SEED, Company.LARGE).id();
        company = new Credentials(
                issuer.person(clerk.toString()),
                service.outside.acting(clerk, Company.of(Population.SEED, Company.LARGE)));
    }

    private static List<Case> cases(Connection connection) throws SQLException {
        String sql = """
                select id, person_id
                  from application tablesample system (10)
                 where org_id is null
                 order by md5(id::text)
                 limit ?""";
        List<Case> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, PEOPLE);
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                found.add(new Case(row.getObject(1, UUID.class), UUID.fromString(row.getString(2))));
            }
        }
        return found;
    }

    void list(long intended) throws IOException {
        read("/applications", person());
    }

    void one(long intended) throws IOException {
        Case one = any(cases);
        read("/applications/" + one.id(), of(one.person()));
    }

    void history(long intended) throws IOException {
        Case one = any(cases);
        read("/applications/" + one.id() + "/history", of(one.person()));
    }

    void readiness(long intended) throws IOException {
        Draft draft = take(slow);
        read("/applications/" + draft.id() + "/readiness", of(draft.person()));
        slow.add(draft);
    }

    void search(long intended) throws IOException {
        read("/services?query=" + URLEncoder.encode(any(QUERIES), StandardCharsets.UTF_8), person());
    }

    void service(long intended) throws IOException {
        read("/services/" + any(SERVICES), person());
    }

    void companyList(long intended) throws IOException {
        read("/applications" + any(COMPANY_LISTS), company);
    }

    void queue(long intended) throws IOException {
        read("/agency/applications" + any(QUEUES), any(officers));
    }

    void counts(long intended) throws IOException {
        read("/agency/applications/counts" + any(List.of("", "?region=77")), any(officers));
    }

    void draft(long intended) throws IOException {
        begin(ThreadLocalRandom.current().nextInt(3) == 0);
    }

    private void begin(boolean quick) throws IOException {
        UUID person = any(cases).person();
        String body = "{\"serviceCode\":\"%s\"}".formatted(quick ? INSTANT_SERVICE : SLOW_SERVICE);
        Answer answer = client.call("POST", "/applications", of(person), body).expect(201);
        String location = String.valueOf(answer.location());
        begun.add(new Draft(
                location.substring(location.lastIndexOf('/') + 1), person, String.valueOf(answer.etag()), quick));
    }

    void save(long intended) throws IOException {
        Draft draft = begun.poll();
        Draft chosen = draft == null ? take(slow) : draft;
        Person person = Person.of(Population.SEED, Person.number(chosen.person()));
        String form = chosen.instant()
                ? "{\"form\":{\"ogrnip\":\"%s\"}}".formatted(person.ogrnip())
                : "{\"form\":{\"region\":\"%s\",\"period\":{\"from\":\"2024-01-01\"}}}".formatted(person.region());
        Answer answer = client.call(
                        "PATCH", "/applications/" + chosen.id(), of(chosen.person()), form, "If-Match", chosen.etag())
                .expect(200);
        var saved = new Draft(chosen.id(), chosen.person(), String.valueOf(answer.etag()), chosen.instant());
        (saved.instant() ? instant : slow).add(saved);
    }

    void submit(long intended) throws IOException {
        submit(take(slow));
    }

    void submitInstant(long intended) throws IOException {
        Draft draft = take(instant);
        submitted.put(draft.id(), intended);
        submit(draft);
    }

    private void submit(Draft draft) throws IOException {
        client.call("POST", "/applications/" + draft.id() + "/submission", of(draft.person()), "{}")
                .expect(201);
    }

    /** Drafts that are ready to be submitted, so that nobody who submits finds none. */
    void stock(int number) throws IOException {
        for (int i = 0; i < number; i++) {
            begin(i % 3 == 0);
            save(0);
        }
    }

    private void read(String path, Credentials who) throws IOException {
        client.call("GET", path, who, null).expect(200);
    }

    private static Draft take(ConcurrentLinkedQueue<Draft> drafts) {
        Draft draft = drafts.poll();
        if (draft == null) {
            throw new IllegalStateException("no draft is left");
        }
        return draft;
    }

    private Credentials person() {
        return of(any(cases).person());
    }

    private Credentials of(UUID person) {
        @Nullable Credentials known = people.get(person);
        if (known == null) {
            throw new IllegalStateException("nobody knows " + person);
        }
        return known;
    }

    private static <T> T any(List<T> all) {
        return all.get(ThreadLocalRandom.current().nextInt(all.size()));
    }
}

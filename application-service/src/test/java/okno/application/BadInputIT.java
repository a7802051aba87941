package okno.application;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static okno.application.BadInput.certificate;
import static okno.application.BadInput.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okno.application.BadInput.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people, programs and attackers send by mistake or on purpose. Each row is refused as the table says, soon, without an
 * echo, and leaves nothing behind; or it is text like any other and comes back as it was.
 */
class BadInputIT extends ApplicationServiceCase {

    private static final Duration SOON = Duration.ofSeconds(2);

    /** A citizen with a draft and an application that waits for its agency; made once, because no row changes them. */
    private static World world;

    private World world() {
        if (world == null) {
            Citizen citizen = aCitizen();
            world = new World(
                    citizen,
                    draft(citizen.api(), "ip-registration"),
                    aSubmittedCertificate(citizen.api()),
                    aSubmittedCertificate(aCitizen().api()));
        }
        return world;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("okno.application.BadInput#rows")
    void is_refused_soon_without_an_echo_and_leaves_nothing(BadInput.Row row) {
        World present = world();
        List<Long> before = kept(present);
        long begun = System.nanoTime();

        Api.Answer answer = row.call().apply(present);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
        assertThat(answer.response().statusCode()).as(answer::body).isIn(row.right());
        assertThat(answer.body()).doesNotContain(BadInput.CANARY, "Exception", "at okno.");
        // Paths that no program should write are refused by the server before anything of ours sees them.
        if (!row.name().startsWith("path:")) {
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.text("/code")).isNotBlank();
        }
        assertThat(kept(present)).isEqualTo(before);
        OTHERS.verify(0, anyRequestedFor(urlPathMatching("/bait.*")));
    }

    static Stream<String> words() {
        return Stream.of(
                "'; drop table application; --",
                "%' or '1'='1",
                "#{T(java.lang.Runtime).getRuntime().exec('id')}",
                "${jndi:ldap://localhost:1/a}",
                "{{7*7}} <%= 7*7 %> ${7*7}",
                "*)(uid=*))(|(uid=*",
                "a\r\nSet-Cookie: a=b\r\nBcc: a@okno.example",
                "=cmd|' /C calc'!A0",
                "\u001B[31mred\u001B[0m\nINFO forged line",
                "../../../etc/passwd",
                "<script>alert(1)</script><svg onload=alert(1)>",
                "\u202Edetrever \u200D ﷽ e\u0301 é 🦔");
    }

    @ParameterizedTest
    @MethodSource("words")
    void words_that_mean_something_elsewhere_are_words_here(String words) {
        Citizen citizen = aCitizen();
        UUID id = aSubmittedCertificate(citizen.api());
        String messages = "/applications/" + id + "/messages";

        Api.Answer said = citizen.api().post(messages, Map.of("text", words));

        assertThat(said.response().statusCode()).as(said::body).isIn(201, 400);
        boolean kept = said.response().statusCode() == 201;
        assertThat(said.header("Set-Cookie")).isNull();
        assertThat(citizen.api()
                        .get(messages)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(message -> message.path("text").asString()))
                .isEqualTo(kept ? List.of(words) : List.of());
        for (String field : List.of("query", "service")) {
            Api.Answer found = citizen.api().get("/applications?" + field + "=" + encoded(words));
            assertThat(found.expect(200).json().path("items").isEmpty())
                    .as(field)
                    .isTrue();
        }
        assertThat(aCitizen()
                        .api()
                        .get("/applications?query=%25&sort=snils,asc")
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void of_fifty_calls_at_once_with_one_key_one_takes_effect() throws Exception {
        Citizen citizen = aCitizen();
        Callable<Api.Answer> begin = () -> citizen.api().post("/applications", certificate(), "Idempotency-Key", "one");

        List<Api.Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads
                    .invokeAll(IntStream.range(0, 50).mapToObj(i -> begin).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
        }

        assertThat(answers).extracting(answer -> answer.response().statusCode()).containsOnly(201, 409);
        assertThat(citizen.api().get("/applications").json().path("items")).hasSize(1);
    }

    @Test
    void a_key_means_one_body_of_one_caller_on_one_route() {
        Citizen citizen = aCitizen();
        Citizen other = aCitizen();
        String key = "the-same";
        Api.Answer first = citizen.api().post("/applications", certificate(), "Idempotency-Key", key);

        Api.Answer otherBody =
                citizen.api().post("/applications", Map.of("serviceCode", "ip-registration"), "Idempotency-Key", key);
        Api.Answer otherCaller = other.api().post("/applications", certificate(), "Idempotency-Key", key);
        Api.Answer otherRoute = citizen.api()
                .post("/applications/" + first.text("/id") + "/submission", Map.of(), "Idempotency-Key", key);

        assertThat(otherBody.expect(422).text("/code")).isEqualTo("idempotency_key_reused");
        assertThat(otherCaller.expect(201).text("/id")).isNotEqualTo(first.text("/id"));
        otherRoute.expect(201);
        assertThat(citizen.api().get("/applications").json().path("items")).hasSize(1);
    }

    /** Rows that belong to the citizen, and the versions of their applications. */
    private List<Long> kept(World present) {
        return jdbc.sql("""
                        select count(*), sum(a.version),
                               sum((select count(*) from application_message m where m.application_id = a.id)),
                               sum((select count(*) from paper p where p.application_id = a.id)),
                               sum((select count(*) from appeal x where x.application_id = a.id)),
                               sum((select count(*) from feedback f where f.application_id = a.id))
                          from application a
                         where a.person_id = :person
                        """)
                .param("person", present.citizen().id())
                .query((row, i) -> {
                    List<Long> numbers = new ArrayList<>();
                    for (int column = 1; column <= 6; column++) {
                        numbers.add(row.getLong(column));
                    }
                    return numbers;
                })
                .single();
    }
}

package okno.registry.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Ogrn;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import okno.registry.RegistryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@RegistryTest
class RecordsIT {

    private static final String OGRN = Ogrn.complete("102770000001").value();
    private static final String INN = Inn.complete("770100001").value();

    @LocalServerPort
    int port;

    private RestTestClient http;

    @BeforeEach
    void as_a_person() {
        http = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .defaultHeader(
                        HttpHeaders.AUTHORIZATION, TestTokens.person("reader").bearer())
                .build();
    }

    @Test
    void finds_a_company_by_inn_ogrn_and_words_of_its_name() {
        for (String query : new String[] {INN, OGRN, "ромашка"}) {
            http.get()
                    .uri("/api/v1/registries/egrul/records?query={q}", query)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.items.length()")
                    .isEqualTo(1)
                    .jsonPath("$.items[0].key")
                    .isEqualTo(OGRN)
                    .jsonPath("$.items[0].head.name")
                    .isEqualTo("Сидоров Андрей Николаевич")
                    .jsonPath("$.next")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"7707083894, inn_checksum", "77070838, inn_format", "1027700132196, ogrn_checksum", "ab, query_short"})
    void a_number_that_cannot_exist_is_refused_with_its_reason(String query, String code) {
        http.get()
                .uri("/api/v1/registries/egrul/records?query={q}", query)
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo(code);
    }

    @Test
    void pages_by_key_without_gaps_or_repeats() {
        var seen = new java.util.TreeSet<String>();
        String after = "";
        do {
            byte[] body = http.get()
                    .uri("/api/v1/registries/egrul/records?query={q}&limit=7&after={after}", "ответственностью", after)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            var page = new tools.jackson.databind.json.JsonMapper().readTree(body);
            page.get("items")
                    .forEach(item ->
                            assertThat(seen.add(item.get("key").asString())).isTrue());
            after = page.get("next").isNull() ? null : page.get("next").asString();
        } while (after != null);
        assertThat(seen).hasSize(201);
    }

    @Test
    void shows_public_fields_and_never_the_number_of_the_head() {
        String json = body("/api/v1/registries/egrul/records/" + OGRN, MediaType.APPLICATION_JSON);
        String xml = body("/api/v1/registries/egrul/records/" + OGRN, MediaType.APPLICATION_XML);

        assertThat(json)
                .contains("ООО «Ромашка»")
                .doesNotContain(Inn.complete("7701000003").value());
        assertThat(xml).contains("<shortName>ООО «Ромашка»</shortName>");
    }

    @Test
    void an_unknown_register_record_or_number_is_not_there() {
        for (String path : new String[] {
            "/api/v1/registries/egrn/records/" + OGRN,
            "/api/v1/registries/egrul/records/1027700132195",
            "/api/v1/registries/egrul/records/1027700132196",
            "/api/v1/registries/egrip/records/" + OGRN
        }) {
            http.get().uri(path).exchange().expectStatus().isNotFound();
        }
    }

    @Test
    void knows_what_was_entered_up_to_a_day() {
        String history = "/api/v1/registries/egrul/records/" + OGRN + "/history";
        http.get()
                .uri(history)
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].kind")
                .isEqualTo("CREATED");
        http.get()
                .uri(history + "?asOf=2002-10-13")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        http.get().uri(history + "?asOf=yesterday").exchange().expectStatus().isBadRequest();
    }

    @Test
    void strangers_are_turned_away_and_the_head_is_for_services_only() {
        RestTestClient stranger = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build();
        stranger.get().uri("/api/v1/registries").exchange().expectStatus().isUnauthorized();
        stranger.get()
                .uri("/internal/organisations/" + OGRN)
                .exchange()
                .expectStatus()
                .isUnauthorized();
        http.get()
                .uri("/internal/organisations/" + OGRN)
                .exchange()
                .expectStatus()
                .isForbidden();
        http.get()
                .uri("/internal/organisations/" + OGRN)
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.service("org-service").bearer())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.head.inn")
                .isEqualTo(Inn.complete("7701000003").value());
    }

    @Test
    void our_services_read_a_sole_trader_by_number_and_the_journal_says_so() {
        String ogrnip = JsonPath.read(
                body("/api/v1/registries/egrip/records?query=Белов&limit=1", MediaType.APPLICATION_JSON),
                "$.items[0].key");
        RestTestClient service = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .defaultHeader(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.service("checking-service").bearer())
                .build();

        service.get()
                .uri("/internal/sole-traders/" + ogrnip)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.ogrnip")
                .isEqualTo(ogrnip)
                .jsonPath("$.status")
                .isNotEmpty()
                .jsonPath("$.name")
                .value(String.class, name -> assertThat(name).startsWith("Белов"));
        service.get()
                .uri("/internal/sole-traders/" + OGRN)
                .exchange()
                .expectStatus()
                .isNotFound();
        http.get()
                .uri("/internal/sole-traders/" + ogrnip)
                .exchange()
                .expectStatus()
                .isForbidden();
        await().untilAsserted(() -> assertThat(TestEvents.all("okno.platform.audit.v1"))
                .filteredOn(event ->
                        "checking-service".equals(event.data().path("actorId").asString()))
                .extracting(event -> event.data().path("action").asString() + " "
                        + event.data().path("objectId").asString())
                .containsExactly("register_record.read " + ogrnip));
    }

    @Test
    void every_look_at_a_sole_trader_is_audited() {
        String trader = http.get()
                .uri("/api/v1/registries/egrip/records?query=Белов&limit=1")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].key")
                .value(String.class, key -> assertThat(new Ogrn(key).ofSoleTrader())
                        .isTrue())
                .returnResult()
                .toString();
        assertThat(trader).isNotEmpty();

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(TestEvents.all("okno.platform.audit.v1"))
                .anySatisfy(event -> {
                    assertThat(event.data().get("action").asString()).isEqualTo("register_record.read");
                    assertThat(event.data().get("actorId").asString()).isEqualTo("reader");
                }));
    }

    private String body(String path, MediaType type) {
        return http.get()
                .uri(path)
                .accept(type)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}

package okno.identity.signature;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import okno.identity.IdentityIT;
import okno.identity.person.domain.Person;
import okno.platform.core.Ids;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignatureIT extends IdentityIT {

    private static final String CODES = "/internal/one-time-codes";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void notificationWorks() {
        NOTIFICATION.stubFor(post(urlEqualTo(CODES)).willReturn(aResponse().withStatus(202)));
    }

    @Test
    void the_code_from_the_phone_makes_the_signature() {
        Person person = somebody();
        String document = document();
        JsonNode started = started(person, document);
        assertThat(started.path("status").asString()).isEqualTo("PENDING");

        JsonNode sent = lastCodeMessage();
        assertThat(sent.path("phone").asString()).isEqualTo(person.contacts().phone());
        assertThat(sent.path("purpose").asString()).isEqualTo("SIGNATURE");
        assertThat(sent.path("language").asString()).isEqualTo("ru");
        confirm(person, id(started), sent.path("code").asString())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("CONFIRMED")
                .jsonPath("$.documentSha256")
                .isEqualTo(document)
                .jsonPath("$.confirmedAt")
                .isNotEmpty();

        assertThat(firstEvent("okno.identity.signature.v1", id(started)))
                .contains(person.id().toString(), "SIMPLE");
        confirm(person, id(started), sent.path("code").asString())
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("signature_already_confirmed");
    }

    @Test
    void three_wrong_codes_end_it_even_when_the_right_one_follows() {
        Person person = somebody();
        String id = id(started(person, document()));
        String right = lastCodeMessage().path("code").asString();
        String wrong = right.equals("000000") ? "000001" : "000000";
        for (int left = 2; left >= 0; left--) {
            confirm(person, id, wrong)
                    .expectStatus()
                    .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("code_wrong")
                    .jsonPath("$.attemptsLeft")
                    .isEqualTo(left);
        }
        confirm(person, id, right)
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("signature_expired");
        assertThat(codeHash(id)).isNull();
    }

    @Test
    void parallel_guesses_do_not_give_more_tries() throws Exception {
        Person person = somebody();
        String id = id(started(person, document()));
        String right = lastCodeMessage().path("code").asString();
        String wrong = right.equals("000000") ? "000001" : "000000";
        List<Callable<Integer>> guesses = IntStream.range(0, 20)
                .<Callable<Integer>>mapToObj(i -> () -> confirm(person, id, wrong)
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .toList();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers =
                    pool.invokeAll(guesses).stream().map(Future::resultNow).toList();
            assertThat(answers).filteredOn(status -> status == 422).hasSize(3);
            assertThat(answers).filteredOn(status -> status == 409).hasSize(17);
        }
    }

    @Test
    void a_code_is_good_for_five_minutes() {
        Person person = somebody();
        String id = id(started(person, document()));
        jdbc.sql("update signature set expires_at = now() - interval '1 second' where id = :id")
                .param("id", UUID.fromString(id))
                .update();
        confirm(person, id, lastCodeMessage().path("code").asString())
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("signature_expired");
    }

    @Test
    void a_new_code_for_the_same_document_has_to_wait() {
        Person person = somebody();
        String document = document();
        started(person, document);
        start(person, document)
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("code_sent_recently");
    }

    @Test
    void only_the_newest_code_for_a_document_counts() {
        Person person = somebody();
        String document = document();
        String first = id(started(person, document));
        String firstCode = lastCodeMessage().path("code").asString();
        jdbc.sql("update signature set created_at = now() - interval '2 minutes' where id = :id")
                .param("id", UUID.fromString(first))
                .update();
        started(person, document);
        confirm(person, first, firstCode).expectStatus().isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void five_codes_an_hour_are_enough() {
        Person person = somebody();
        for (int i = 0; i < 5; i++) {
            started(person, document());
        }
        start(person, document())
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("code_limit_reached");
    }

    @Test
    void when_the_code_cannot_be_sent_nothing_is_left() {
        Person person = somebody();
        String document = document();
        NOTIFICATION.resetAll();
        NOTIFICATION.stubFor(post(urlEqualTo(CODES)).willReturn(aResponse().withStatus(500)));
        start(person, document).expectStatus().isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(jdbc.sql("select count(*) from signature where person_id = :id")
                        .param("id", person.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void kinds_that_need_a_certificate_are_refused_without_one() {
        Person person = somebody();
        for (String kind : List.of("ADVANCED", "QUALIFIED")) {
            ask(TestTokens.person(person.id().value()), document(), kind, null)
                    .expectStatus()
                    .isEqualTo(HttpStatus.CONFLICT)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("certificate_required");
        }
        NOTIFICATION.verify(0, postRequestedFor(urlEqualTo(CODES)));
    }

    @Test
    void a_changed_phone_gets_no_codes() {
        Person person = somebody();
        jdbc.sql("update person set phone_confirmed = false where id = :id")
                .param("id", person.id().value())
                .update();
        start(person, document())
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("phone_not_confirmed");
    }

    @Test
    void another_persons_signature_is_not_there() {
        Person owner = somebody();
        Person other = somebody();
        String id = id(started(owner, document()));
        confirm(other, id, lastCodeMessage().path("code").asString())
                .expectStatus()
                .isNotFound();
    }

    @Test
    void signing_for_a_company_is_recorded_and_kept_apart() {
        Person person = somebody();
        UUID org = Ids.next();
        TestToken token = TestTokens.person(person.id().value());
        String acting = token.acting(org, "7701000017", "1027700000012", "applications.submit");
        ask(token, document(), "SIMPLE", acting)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.orgId")
                .isEqualTo(org.toString());
        history(token, null, "").expectBody().jsonPath("$.items.length()").isEqualTo(0);
        history(token, acting, "").expectBody().jsonPath("$.items.length()").isEqualTo(1);
    }

    @Test
    void history_is_paged_from_the_newest() {
        Person person = somebody();
        TestToken token = TestTokens.person(person.id().value());
        List<String> ids = IntStream.range(0, 3)
                .mapToObj(i -> id(started(person, document())))
                .toList();
        JsonNode first = body(history(token, null, "?limit=2"));
        assertThat(first.path("items").get(0).path("id").asString()).isEqualTo(ids.get(2));
        JsonNode rest =
                body(history(token, null, "?limit=2&after=" + first.path("next").asString()));
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(rest.path("items").get(0).path("id").asString()).isEqualTo(ids.get(0));
        assertThat(rest.path("next").isNull() || rest.path("next").isMissingNode())
                .isTrue();
    }

    @Test
    void other_services_read_a_signature_by_its_id() {
        Person person = somebody();
        String id = id(started(person, document()));
        http.get()
                .uri("/internal/signatures/" + id)
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.service("application-service").bearer())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.personId")
                .isEqualTo(person.id().toString());
        http.get()
                .uri("/internal/signatures/" + id)
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.person(person.id().value()).bearer())
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private JsonNode started(Person person, String document) {
        ResponseSpec response = start(person, document);
        response.expectStatus().isCreated().expectHeader().exists(HttpHeaders.LOCATION);
        return body(response);
    }

    private ResponseSpec start(Person person, String document) {
        return ask(TestTokens.person(person.id().value()), document, "SIMPLE", null);
    }

    private ResponseSpec ask(TestToken token, String document, String kind, String acting) {
        var request = http.post().uri("/api/v1/signatures").header(HttpHeaders.AUTHORIZATION, token.bearer());
        if (acting != null) {
            request = request.header("Okno-Acting", acting);
        }
        return request.contentType(MediaType.APPLICATION_JSON)
                .body("{\"documentSha256\":\"" + document + "\",\"kind\":\"" + kind + "\"}")
                .exchange();
    }

    private ResponseSpec confirm(Person person, String id, String code) {
        return http.post()
                .uri("/api/v1/signatures/" + id + "/confirmation")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.person(person.id().value()).bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"code\":\"" + code + "\"}")
                .exchange();
    }

    private ResponseSpec history(TestToken token, String acting, String query) {
        var request = http.get().uri("/api/v1/signatures" + query).header(HttpHeaders.AUTHORIZATION, token.bearer());
        return (acting == null ? request : request.header("Okno-Acting", acting)).exchange();
    }

    private static JsonNode lastCodeMessage() {
        return JSON.readTree(NOTIFICATION
                .findAll(postRequestedFor(urlEqualTo(CODES)))
                .getLast()
                .getBodyAsString());
    }

    private byte[] codeHash(String id) {
        return jdbc.sql("select code_hash from signature where id = :id")
                .param("id", UUID.fromString(id))
                .query((rs, row) -> rs.getBytes(1))
                .list()
                .getFirst();
    }

    private static JsonNode body(ResponseSpec response) {
        return JSON.readTree(response.returnResult(String.class).getResponseBody());
    }

    private static String id(JsonNode signature) {
        return signature.path("id").asString();
    }

    private static String document() {
        byte[] sha256 = new byte[32];
        ThreadLocalRandom.current().nextBytes(sha256);
        return HexFormat.of().formatHex(sha256);
    }
}

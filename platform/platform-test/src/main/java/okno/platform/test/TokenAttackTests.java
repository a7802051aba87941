package okno.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * The table of attacks on tokens, for whoever lets callers in: the gateway and each service alike. A test of the running
 * program implements it and says where its door is.
 */
public interface TokenAttackTests {

    /** Where audit entries go. */
    String AUDIT = "okno.platform.audit.v1";

    /** Where a GET is answered with 200 to any person. */
    URI door();

    /** The same as the public knows it: what proofs of possession name. */
    default URI publicDoor() {
        return door();
    }

    /** Fails when the last call went further than the check of its token. */
    default void assertNobodyWentIn() {}

    /** Fails unless a caller who showed no token where tokens are looked for was taken for a stranger. */
    default void assertTakenForNobody(HttpResponse<String> answer) {
        assertRefused(answer, TokenAttack.NOBODY);
    }

    /** How many tokens were refused for this reason since the start, by the metric. */
    double refused(String reason);

    @TestFactory
    default Stream<DynamicTest> an_attack_is_refused() {
        return TokenAttacks.on(publicDoor())
                .map(attack -> DynamicTest.dynamicTest(attack.name(), () -> refused(attack)));
    }

    private void refused(TokenAttack attack) {
        HttpResponse<String> answer = send(attack.query(), attack.headers());
        if (attack.code().equals(TokenAttack.NOBODY)) {
            assertTakenForNobody(answer);
        } else {
            assertNobodyWentIn();
            assertRefused(answer, attack.code());
        }
    }

    /** Without it every row of the table might be refused for a reason of its own. */
    @Test
    default void a_good_token_is_let_in_plain_and_bound() {
        TestToken person = TestTokens.person(UUID.randomUUID());
        assertThat(bearer(person.token()).statusCode()).isEqualTo(200);
        TestDpopKey key = TestTokens.dpopKey();
        String bound = person.dpopBound(key).token();
        assertThat(bound(bound, key.proof("GET", publicDoor().toString(), bound))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    default void what_is_refused_counts_by_its_reason() {
        TestToken person = TestTokens.person(UUID.randomUUID());
        Map.of(
                        "expired",
                        person.expired().token(),
                        "audience",
                        person.audience("elsewhere").token(),
                        "malformed",
                        "a.b")
                .forEach((reason, token) -> {
                    double before = refused(reason);
                    assertRefused(bearer(token), TokenAttack.BAD_TOKEN);
                    assertThat(refused(reason)).as(reason).isEqualTo(before + 1);
                });
    }

    /** Of a stranger's nonsense the journal hears nothing: anybody could fill it. */
    @Test
    default void a_token_in_wrong_hands_is_in_the_journal_once_however_often_it_is_shown() {
        TestKafka.topic(AUDIT);
        UUID owner = UUID.randomUUID();
        TestToken person = TestTokens.person(owner).sid("s-" + owner);
        String bound = person.dpopBound(TestTokens.dpopKey()).token();
        for (int i = 0; i < 3; i++) {
            assertRefused(bearer(person.expired().token()), TokenAttack.BAD_TOKEN);
            assertRefused(bearer(bound), TokenAttack.BAD_TOKEN);
            assertRefused(bound(bound, "no proof"), TokenAttack.BAD_PROOF);
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> told(owner).size() >= 2);
        assertThat(told(owner))
                .extracting(entry -> entry.path("action").asString())
                .containsExactlyInAnyOrder("token.shown_without_key", "token.shown_with_bad_proof");
        assertThat(told(owner)).allSatisfy(entry -> {
            assertThat(entry.path("objectId").asString()).isEqualTo("s-" + owner);
            assertThat(entry.path("result").asString()).isEqualTo("REFUSED");
        });
    }

    private static List<JsonNode> told(UUID person) {
        return TestEvents.all(AUDIT).stream()
                .map(TestEvents.Received::data)
                .filter(entry -> entry.path("personId").asString("").equals(person.toString()))
                .filter(entry -> entry.path("action").asString().startsWith("token."))
                .toList();
    }

    @Test
    default void a_proof_is_good_once() {
        TestDpopKey key = TestTokens.dpopKey();
        String token = TestTokens.person(UUID.randomUUID()).dpopBound(key).token();
        String proof = key.proof("GET", publicDoor().toString(), token);

        assertThat(bound(token, proof).statusCode()).isEqualTo(200);
        assertRefused(bound(token, proof), TokenAttack.BAD_PROOF);
    }

    @Test
    default void a_flood_of_unknown_keys_does_not_reach_the_issuer() {
        TestIssuer issuer = TestTokens.issuing();
        assertThat(bearer(TestTokens.person(UUID.randomUUID()).token()).statusCode())
                .isEqualTo(200);
        int before = issuer.jwksRequests();

        for (int i = 0; i < 40; i++) {
            String forged = TestTokens.person(UUID.randomUUID()).kid("no-" + i).token();
            assertRefused(bearer(forged), TokenAttack.BAD_TOKEN);
        }

        assertThat(issuer.jwksRequests() - before).isLessThanOrEqualTo(1);
    }

    @Test
    default void tokens_of_an_ended_session_are_refused_within_five_seconds() {
        TestKafka.topic("okno.identity.session.v1");
        // The topic may be new on this broker: the first event makes it known, the second is measured.
        assertRefusedAfterTheEnd(Duration.ofSeconds(20));
        assertRefusedAfterTheEnd(Duration.ofSeconds(5));
    }

    private void assertRefusedAfterTheEnd(Duration within) {
        String session = UUID.randomUUID().toString();
        String token = TestTokens.person(UUID.randomUUID()).sid(session).token();
        assertThat(bearer(token).statusCode()).isEqualTo(200);

        var event = Map.of(
                "sessionId", session,
                "personId", UUID.randomUUID().toString(),
                "occurredAt", Instant.now().toString());
        TestEvents.publish("okno.identity.session.v1", "okno.session.ended.v1", UUID.randomUUID(), 1, event);

        await().atMost(within).untilAsserted(() -> assertRefused(bearer(token), TokenAttack.BAD_TOKEN));
    }

    private HttpResponse<String> bearer(String token) {
        return send("", List.of("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> bound(String token, String proof) {
        return send("", List.of("Authorization", "DPoP " + token, "DPoP", proof));
    }

    private HttpResponse<String> send(String query, List<String> headers) {
        var request = HttpRequest.newBuilder(URI.create(door() + query));
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void assertRefused(HttpResponse<String> answer, String code) {
        if (code.equals(TokenAttack.UNREAD)) {
            assertThat(answer.statusCode()).as(answer.body()).isIn(400, 401, 431);
            return;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().allValues("WWW-Authenticate")).isNotEmpty();
    }
}

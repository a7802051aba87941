package okno.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.platform.test.TestEvents;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import okno.webhook.Receiver;
import okno.webhook.WebhookServiceTestCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndpointIT extends WebhookServiceTestCase {

    private final TestToken owner = newAgency(newAgencyCode());
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void becomes_active_by_answering_a_signed_challenge_and_says_so() throws Exception {
        Registered endpoint = activeEndpoint(owner, receiver, SUBMITTED);

        assertThat(endpoint.secret()).startsWith("whsec_");
        Receiver.Message challenge = receiver.challenges().getFirst();
        new Webhook(endpoint.secret())
                .verify(challenge.body(), HttpHeaders.of(challenge.headers(), (name, value) -> true));
        await().untilAsserted(() -> assertThat(TestEvents.about("okno.webhook.endpoint.v1", endpoint.id()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo("okno.endpoint.activated.v1");
                    assertThat(event.data().path("owner").asString()).startsWith("client:agency-");
                }));
    }

    @Test
    void one_that_never_answers_right_is_disabled_and_can_be_challenged_anew() {
        receiver.answerChallenges(false);
        Registered endpoint = register(owner, receiver.url(), SUBMITTED);

        await().untilAsserted(() -> {
            var shown = json(call(owner, "GET", "/webhooks/endpoints/" + endpoint.id(), null));
            assertThat(shown.path("status").asString()).isEqualTo("DISABLED");
            assertThat(shown.path("disabledReason").asString()).isEqualTo("CHALLENGE_FAILED");
            assertThat(shown.path("challengeOutcome").asString()).isEqualTo("OTHER_CHALLENGE");
        });
        assertThat(receiver.challenges()).hasSize(3);

        receiver.answerChallenges(true);
        assertThat(call(owner, "POST", "/webhooks/endpoints/" + endpoint.id() + "/resumption", null)
                        .statusCode())
                .isEqualTo(200);
        await().untilAsserted(() -> assertThat(state(owner, endpoint.id())).isEqualTo("ACTIVE"));
    }

    @Test
    void the_secret_is_shown_once_and_stored_encrypted() {
        Registered endpoint = register(owner, receiver.url(), SUBMITTED);

        assertThat(call(owner, "GET", "/webhooks/endpoints/" + endpoint.id(), null)
                        .body())
                .doesNotContain("whsec_");
        byte[] stored = jdbc.sql("select ciphertext from endpoint_secret where endpoint_id = :id")
                .param("id", endpoint.id())
                .query(byte[].class)
                .single();
        // Key id and nonce in front, tag behind: never the 32 bytes themselves.
        assertThat(stored).hasSizeGreaterThan(32 + 12);
    }

    @Test
    void a_new_address_has_to_answer_a_challenge_again() {
        Registered endpoint = activeEndpoint(owner, receiver, SUBMITTED);
        try (Receiver other = new Receiver()) {
            other.answerChallenges(false);
            var headers = Map.of("Authorization", owner.bearer(), "If-Match", "\"2\"");
            var changed = call(headers, "PATCH", "/webhooks/endpoints/" + endpoint.id(), Map.of("url", other.url()));

            assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
            assertThat(json(changed).path("status").asString()).isEqualTo("PENDING");
            var stale = call(headers, "PATCH", "/webhooks/endpoints/" + endpoint.id(), Map.of("description", "x"));
            assertThat(stale.statusCode()).isEqualTo(412);
        }
    }

    @Test
    void another_owner_finds_nothing() {
        Registered endpoint = register(owner, receiver.url(), SUBMITTED);
        TestToken stranger = newAgency(newAgencyCode());
        String path = "/webhooks/endpoints/" + endpoint.id();

        assertThat(call(stranger, "GET", path, null).statusCode()).isEqualTo(404);
        assertThat(call(stranger, "DELETE", path, null).statusCode()).isEqualTo(404);
        for (String action : List.of("/pause", "/resumption", "/test", "/secret-rotation")) {
            assertThat(call(stranger, "POST", path + action, null).statusCode())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(json(call(stranger, "GET", "/webhooks/endpoints", null))
                        .path("items")
                        .size())
                .isZero();
        assertThat(call(owner, "DELETE", path, null).statusCode()).isEqualTo(204);
        assertThat(call(owner, "GET", path, null).statusCode()).isEqualTo(404);
    }

    @Test
    void a_person_needs_an_organisation_that_lets_them() {
        TestToken head = TestTokens.person(UUID.randomUUID());
        UUID org = UUID.randomUUID();
        Map<String, Object> request = Map.of("url", receiver.url(), "eventTypes", List.of(SUBMITTED));

        var alone = call(head, "POST", "/webhooks/endpoints", request);
        assertThat(json(alone).path("code").asString()).isEqualTo("organisation_required");
        String acting = head.acting(org, "7701000017", "1027700000010", "webhooks.manage");
        var forOrg = call(
                Map.of("Authorization", head.bearer(), "Okno-Acting", acting), "POST", "/webhooks/endpoints", request);
        assertThat(forOrg.statusCode()).as(forOrg.body()).isEqualTo(201);
        String weak = head.acting(org, "7701000017", "1027700000010", "applications.read");
        var refused =
                call(Map.of("Authorization", head.bearer(), "Okno-Acting", weak), "GET", "/webhooks/endpoints", null);
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void refuses_unknown_types_credentials_in_the_url_and_one_endpoint_too_many() {
        var unknown = call(
                owner,
                "POST",
                "/webhooks/endpoints",
                Map.of("url", receiver.url(), "eventTypes", List.of(SUBMITTED, "okno.audit.recorded.v1")));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(json(unknown).path("errors").get(0).path("pointer").asString())
                .isEqualTo("/eventTypes/1");
        var userinfo = call(
                owner,
                "POST",
                "/webhooks/endpoints",
                Map.of("url", "https://u:p@example.org/", "eventTypes", List.of(SUBMITTED)));
        assertThat(json(userinfo).path("errors").get(0).path("code").asString()).isEqualTo("url_userinfo");

        for (int i = 0; i < 3; i++) {
            register(owner, receiver.url(), SUBMITTED);
        }
        var fourth = call(
                owner, "POST", "/webhooks/endpoints", Map.of("url", receiver.url(), "eventTypes", List.of(SUBMITTED)));
        assertThat(fourth.statusCode()).isEqualTo(409);
        assertThat(json(fourth).path("code").asString()).isEqualTo("endpoint_quota");
    }

    @Test
    void a_test_message_tells_what_came_of_it() {
        Registered endpoint = activeEndpoint(owner, receiver, SUBMITTED);
        receiver.behave(message -> new Receiver.Answer(500, Map.of(), "out of order"));

        var result = json(call(owner, "POST", "/webhooks/endpoints/" + endpoint.id() + "/test", null));

        assertThat(result.path("delivered").asBoolean()).isFalse();
        assertThat(result.path("statusCode").asInt()).isEqualTo(500);
        assertThat(result.path("responseStart").asString()).isEqualTo("out of order");
        assertThat(receiver.events()).singleElement().satisfies(message -> assertThat(message.type())
                .isEqualTo("okno.endpoint.test"));
    }

    @Test
    void two_secrets_overlap_for_a_week_at_most() {
        Registered endpoint = register(owner, receiver.url(), SUBMITTED);
        String path = "/webhooks/endpoints/" + endpoint.id() + "/secret-rotation";

        for (int hours : new int[] {-1, 169}) {
            var refused = call(owner, "POST", path, Map.of("overlapHours", hours));
            assertThat(refused.statusCode()).as("%d hours", hours).isEqualTo(422);
            assertThat(json(refused).path("errors").get(0).path("pointer").asString())
                    .isEqualTo("/overlapHours");
        }
        for (int hours : new int[] {0, 168}) {
            assertThat(call(owner, "POST", path, Map.of("overlapHours", hours)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void everyone_may_read_the_catalogue() {
        var types = json(call(Map.of(), "GET", "/event-types", null)).path("items");

        assertThat(types.values())
                .extracting(type -> type.path("name").asString())
                .contains(SUBMITTED, CHARGE_CREATED);
    }
}

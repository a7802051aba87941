package okno.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import okno.platform.test.TestToken;
import okno.webhook.Receiver;
import okno.webhook.WebhookServiceTestCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SubscriptionIT extends WebhookServiceTestCase {

    private final TestToken owner = newAgency(newAgencyCode());
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void what_an_endpoint_wants_to_hear_of_is_kept_and_can_be_changed() {
        UUID subject = UUID.randomUUID();
        var created = register(Map.of(
                "services",
                List.of("egrul-extract", "ip-registration"),
                "subjects",
                List.of(subject),
                "ordered",
                true));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        UUID id = UUID.fromString(json(created).path("id").asString());
        String path = "/webhooks/endpoints/" + id;
        // The answer to the challenge makes another version.
        await().untilAsserted(() -> assertThat(state(owner, id)).isEqualTo("ACTIVE"));

        JsonNode shown = json(call(owner, "GET", path, null));
        assertThat(shown.path("services").toString()).isEqualTo("[\"egrul-extract\",\"ip-registration\"]");
        assertThat(shown.path("subjects").get(0).asString()).isEqualTo(subject.toString());
        assertThat(shown.path("ordered").asBoolean()).isTrue();
        assertThat(shown.path("owner").asString()).startsWith("client:agency-");

        var tag = call(owner, "GET", path, null).headers().firstValue("ETag").orElseThrow();
        var changed = call(
                Map.of("Authorization", owner.bearer(), "If-Match", tag),
                "PATCH",
                path,
                Map.of("services", List.of(), "ordered", false));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(json(changed).path("services").isEmpty()).isTrue();
        assertThat(json(changed).path("ordered").asBoolean()).isFalse();
        // What was not named stays.
        assertThat(json(changed).path("subjects").size()).isEqualTo(1);
        assertThat(json(changed).path("eventTypes").size()).isEqualTo(1);
    }

    @Test
    void without_filters_it_hears_of_everything_in_any_order() {
        JsonNode created = json(register(Map.of()));

        assertThat(created.path("services").isEmpty()).isTrue();
        assertThat(created.path("subjects").isEmpty()).isTrue();
        assertThat(created.path("ordered").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void refuses_what_cannot_be_meant(Map<String, Object> filters, String pointer, String code) {
        var refused = register(filters);

        assertThat(refused.statusCode()).as(refused.body()).isIn(400, 422);
        JsonNode fault = json(refused).path("errors").get(0);
        assertThat(fault.path("pointer").asString()).as(refused.body()).isEqualTo(pointer);
        assertThat(fault.path("code").asString()).as(refused.body()).isEqualTo(code);
        assertThat(fault.path("message").asString()).isNotBlank();
    }

    static Stream<Arguments> refuses_what_cannot_be_meant() {
        return Stream.of(
                Arguments.of(Map.of("eventTypes", List.of()), "/eventTypes", "required"),
                Arguments.of(Map.of("eventTypes", List.of(SUBMITTED, SUBMITTED)), "/eventTypes/1", "duplicate_value"),
                Arguments.of(
                        Map.of("services", List.of("egrul-extract", "Not A Code")),
                        "/services/1",
                        "service_code_format"),
                Arguments.of(Map.of("services", List.of("a-b-c", "a-b-c")), "/services/1", "duplicate_value"),
                Arguments.of(Map.of("services", Collections.nCopies(51, "a-b-c")), "/services", "size"),
                Arguments.of(
                        Map.of("subjects", Collections.nCopies(2, new UUID(1, 1))), "/subjects/1", "duplicate_value"),
                Arguments.of(Map.of("subjects", Collections.nCopies(101, new UUID(1, 1))), "/subjects", "size"),
                Arguments.of(Map.of("subjects", List.of("not-an-id")), "/subjects/0", "wrong_type"),
                Arguments.of(Map.of("ordered", "perhaps"), "/ordered", "wrong_type"));
    }

    @Test
    void a_change_names_the_version_it_was_made_from() {
        String path =
                "/webhooks/endpoints/" + json(register(Map.of())).path("id").asString();

        assertThat(call(owner, "PATCH", path, Map.of("ordered", true)).statusCode())
                .isEqualTo(428);
        var stale = call(
                Map.of("Authorization", owner.bearer(), "If-Match", "\"77\""), "PATCH", path, Map.of("ordered", true));
        assertThat(stale.statusCode()).isEqualTo(412);
    }

    private HttpResponse<String> register(Map<String, Object> filters) {
        Map<String, Object> body = new HashMap<>(Map.of("url", receiver.url(), "eventTypes", List.of(SUBMITTED)));
        body.putAll(filters);
        return call(owner, "POST", "/webhooks/endpoints", body);
    }
}

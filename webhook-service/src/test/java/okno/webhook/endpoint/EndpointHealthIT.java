package okno.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.platform.test.TestEvents;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import okno.webhook.Receiver;
import okno.webhook.Receiver.Answer;
import okno.webhook.WebhookServiceTestCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is told, and once: failing, working again, disabled. */
class EndpointHealthIT extends WebhookServiceTestCase {

    private static final String TOPIC = "okno.webhook.endpoint.v1";

    private final String agency = newAgencyCode();
    private final TestToken machine = newAgency(agency);
    private final UUID engineerId = UUID.randomUUID();
    private final TestToken engineer =
            TestTokens.integrator(engineerId.toString()).agency(agency);
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void a_failing_endpoint_and_its_recovery_are_announced_once_each_to_those_who_watch_it() {
        Registered endpoint = activeEndpoint(machine, receiver, SUBMITTED);
        assertThat(call(engineer, "PUT", path(endpoint, "/watch"), null).statusCode())
                .isEqualTo(204);
        receiver.behave(message -> Answer.status(503));
        for (int i = 0; i < 4; i++) {
            publishStatus(SUBMITTED, UUID.randomUUID(), agency, 1);
        }

        await().untilAsserted(() -> assertThat(about(endpoint))
                .filteredOn(event -> event.type().equals("okno.endpoint.failing.v1"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.data().path("reason").asString()).isEqualTo("STATUS_503");
                    assertThat(event.data().path("audience").asString()).isEqualTo("agency:" + agency);
                    assertThat(event.data().path("recipients").toString()).isEqualTo("[\"" + engineerId + "\"]");
                }));

        receiver.behave(message -> Answer.status(204));
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(about(endpoint))
                .extracting(TestEvents.Received::type)
                .containsExactly(
                        "okno.endpoint.activated.v1", "okno.endpoint.failing.v1", "okno.endpoint.recovered.v1"));
        await().during(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(about(endpoint)).hasSize(3));
    }

    @Test
    void single_failures_are_nobodys_business() {
        Registered endpoint = activeEndpoint(machine, receiver, SUBMITTED);
        receiver.behave(message -> Answer.status(500));
        publishStatus(SUBMITTED, UUID.randomUUID(), agency, 1);
        await().until(() -> receiver.events().size() == 1);
        receiver.behave(message -> Answer.status(204));

        await().during(Duration.ofMillis(800)).atMost(Duration.ofSeconds(3)).untilAsserted(() -> assertThat(
                        about(endpoint))
                .extracting(TestEvents.Received::type)
                .containsExactly("okno.endpoint.activated.v1"));
    }

    @Test
    void a_disabled_endpoint_names_whom_to_tell() {
        Registered endpoint = activeEndpoint(machine, receiver, SUBMITTED);
        call(engineer, "PUT", path(endpoint, "/watch"), null);
        receiver.behave(message -> Answer.status(410));
        publishStatus(SUBMITTED, UUID.randomUUID(), agency, 1);

        await().untilAsserted(() -> assertThat(about(endpoint))
                .filteredOn(event -> event.type().equals("okno.endpoint.disabled.v1"))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.data().path("recipients").size()).isEqualTo(1)));
    }

    @Test
    void each_person_watches_for_themselves_and_only_what_they_may_see() {
        Registered endpoint = register(machine, receiver.url(), SUBMITTED);
        TestToken second = TestTokens.integrator(UUID.randomUUID().toString()).agency(agency);
        TestToken third = TestTokens.integrator(UUID.randomUUID().toString()).agency(agency);
        TestToken stranger = TestTokens.integrator(UUID.randomUUID().toString()).agency(newAgencyCode());

        assertThat(call(stranger, "PUT", path(endpoint, "/watch"), null).statusCode())
                .isEqualTo(404);
        assertThat(call(machine, "PUT", path(endpoint, "/watch"), null).statusCode())
                .isEqualTo(403);
        for (TestToken watcher : List.of(engineer, second, engineer)) {
            assertThat(call(watcher, "PUT", path(endpoint, "/watch"), null).statusCode())
                    .isEqualTo(204);
        }
        var full = call(third, "PUT", path(endpoint, "/watch"), null);
        assertThat(json(full).path("code").asString()).isEqualTo("watcher_quota");
        assertThat(call(second, "DELETE", path(endpoint, "/watch"), null).statusCode())
                .isEqualTo(204);
        assertThat(call(third, "PUT", path(endpoint, "/watch"), null).statusCode())
                .isEqualTo(204);
    }

    @Test
    void who_registers_as_a_person_watches_from_the_start() {
        Registered endpoint = register(engineer, receiver.url(), SUBMITTED);

        assertThat(jdbc.sql("select person_id from endpoint_watcher where endpoint_id = :id")
                        .param("id", endpoint.id())
                        .query(UUID.class)
                        .list())
                .containsExactly(engineerId);
    }

    @Test
    void an_engineer_looks_after_every_endpoint_of_the_agency_and_of_no_other() {
        Registered endpoint = activeEndpoint(machine, receiver, SUBMITTED);
        publishStatus(SUBMITTED, UUID.randomUUID(), agency, 1);
        await().until(() -> receiver.events().size() == 1);

        assertThat(json(call(engineer, "GET", "/webhooks/endpoints", null))
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(call(engineer, "POST", path(endpoint, "/pause"), null).statusCode())
                .isEqualTo(200);
        var deliveries =
                json(call(engineer, "GET", "/webhooks/deliveries", null)).path("items");
        assertThat(deliveries.size()).isEqualTo(1);
        String delivery = "/webhooks/deliveries/" + deliveries.get(0).path("id").asString();
        assertThat(call(engineer, "GET", delivery, null).statusCode()).isEqualTo(200);
        assertThat(call(engineer, "POST", delivery + "/redelivery", null).statusCode())
                .isEqualTo(202);

        TestToken officer = TestTokens.officer(engineerId.toString()).agency(agency);
        assertThat(json(call(officer, "GET", "/webhooks/endpoints", null))
                        .path("code")
                        .asString())
                .isEqualTo("organisation_required");
        TestToken stranger = TestTokens.integrator(engineerId.toString()).agency(newAgencyCode());
        assertThat(call(stranger, "GET", path(endpoint, ""), null).statusCode()).isEqualTo(404);
        assertThat(call(stranger, "GET", delivery, null).statusCode()).isEqualTo(404);
        assertThat(call(stranger, "POST", delivery + "/redelivery", null).statusCode())
                .isEqualTo(404);
        // The endpoints of the agency's engineers are theirs: a machine has its own.
        Registered theirs = register(engineer, receiver.url(), SUBMITTED);
        assertThat(call(machine, "GET", path(theirs, ""), null).statusCode()).isEqualTo(404);
    }

    @Test
    void a_resumption_recovers_what_was_missed_since_a_time() {
        Registered endpoint = activeEndpoint(machine, receiver, SUBMITTED);
        receiver.behave(message -> Answer.status(410));
        publishStatus(SUBMITTED, UUID.randomUUID(), agency, 1);
        await().untilAsserted(() -> assertThat(state(machine, endpoint.id())).isEqualTo("DISABLED"));
        UUID missed = publishStatus(SUBMITTED, UUID.randomUUID(), agency, 1);
        await().untilAsserted(() -> assertThat(json(call(machine, "GET", "/events", null))
                        .path("items")
                        .size())
                .isEqualTo(2));
        receiver.behave(message -> Answer.status(204));

        var tooEarly = call(machine, "POST", path(endpoint, "/resumption"), Map.of("recoverFrom", ago(31)));
        assertThat(json(tooEarly).path("errors").get(0).path("code").asString()).isEqualTo("recover_range");
        var resumed = call(machine, "POST", path(endpoint, "/resumption"), Map.of("recoverFrom", ago(1)));

        assertThat(resumed.statusCode()).as(resumed.body()).isEqualTo(200);
        // The one that was refused with 410 waits anyway; the other had never been the endpoint's.
        assertThat(json(resumed).path("recovered").asInt()).isPositive();
        await().untilAsserted(() ->
                assertThat(receiver.events()).extracting(Receiver.Message::id).contains(missed.toString()));
    }

    @Test
    void tests_and_challenges_are_counted_by_day() {
        Registered endpoint = activeEndpoint(machine, receiver, SUBMITTED);
        for (int i = 0; i < 6; i++) {
            assertThat(call(machine, "POST", path(endpoint, "/test"), null).statusCode())
                    .isEqualTo(200);
        }
        var refused = call(machine, "POST", path(endpoint, "/test"), null);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(json(refused).path("code").asString()).isEqualTo("message_quota");
        assertThat(receiver.events()).hasSize(6);
    }

    private static String ago(int days) {
        return Instant.now().minus(Duration.ofDays(days)).toString();
    }

    private static String path(Registered endpoint, String rest) {
        return "/webhooks/endpoints/" + endpoint.id() + rest;
    }

    private static List<TestEvents.Received> about(Registered endpoint) {
        return TestEvents.about(TOPIC, endpoint.id());
    }
}

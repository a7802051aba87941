package okno.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import okno.platform.test.TestEvents;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import okno.webhook.Receiver;
import okno.webhook.Receiver.Answer;
import okno.webhook.Receiver.Message;
import okno.webhook.WebhookServiceTestCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeliveryIT extends WebhookServiceTestCase {

    private static final String CORRECTIVE_OPENED = "okno.corrective_action.opened.v1";

    private final String agency = newAgencyCode();
    private final TestToken owner = newAgency(agency);
    private final Receiver receiver = new Receiver();
    private final UUID application = UUID.randomUUID();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void tells_an_event_once_signed_and_without_account_ids() throws Exception {
        Registered endpoint = activeEndpoint(owner, receiver, SUBMITTED);
        UUID event = publishStatus(SUBMITTED, application, agency, 3);
        publishStatus(STATUS_CHANGED, application, agency, 4);

        Message message = awaitEvents(1).getFirst();

        assertThat(message.id()).isEqualTo(event.toString());
        assertThat(message.body()).doesNotContain("personId").doesNotContain("0198c0de-0000-7000");
        assertThat(message.json().path("data").path("sequence").asLong()).isEqualTo(3);
        for (var verifier : List.of(endpoint.secret())) {
            new Webhook(verifier).verify(message.body(), headers(message));
            new com.svix.Webhook(verifier).verify(message.body(), headers(message));
        }
        await().untilAsserted(() -> assertThat(deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.path("status").asString()).isEqualTo("DELIVERED");
            assertThat(delivery.path("eventType").asString()).isEqualTo(SUBMITTED);
        }));
    }

    @Test
    void an_event_that_kafka_repeats_creates_nothing_twice() {
        activeEndpoint(owner, receiver, SUBMITTED, STATUS_CHANGED);
        UUID event = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            TestEvents.publish(event, APPLICATIONS, SUBMITTED, application, 3, statusData(application, agency));
        }
        publishStatus(STATUS_CHANGED, application, agency, 4);

        assertThat(awaitEvents(2)).extracting(Message::type).containsExactlyInAnyOrder(SUBMITTED, STATUS_CHANGED);
        assertThat(deliveries()).hasSize(2);
    }

    @Test
    void what_belongs_to_no_application_is_told_too_and_stops_nothing() {
        activeEndpoint(owner, receiver, SUBMITTED, CORRECTIVE_OPENED);
        Map<String, Object> data = statusData(application, agency);
        data.remove("applicationId");
        data.put("actionId", application);

        TestEvents.publish(APPLICATIONS, CORRECTIVE_OPENED, application, 1, data);
        publishStatus(SUBMITTED, UUID.randomUUID(), agency, 3);

        assertThat(awaitEvents(2)).extracting(Message::type).containsExactlyInAnyOrder(SUBMITTED, CORRECTIVE_OPENED);
    }

    @Test
    void an_agency_hears_of_the_charge_only_when_the_application_is_submitted() {
        activeEndpoint(owner, receiver, SUBMITTED, CHARGE_CREATED);
        UUID charge = TestEvents.publish(CHARGES, CHARGE_CREATED, UUID.randomUUID(), 1, charge(null));
        await().untilAsserted(() -> assertThat(jdbc.sql("select held from event where id = :id")
                        .param("id", charge)
                        .query(Boolean.class)
                        .list())
                .containsExactly(true));
        assertThat(receiver.events()).isEmpty();

        UUID submitted = publishStatus(SUBMITTED, application, agency, 3);

        assertThat(awaitEvents(2)).extracting(Message::id).contains(charge.toString(), submitted.toString());
        assertThat(feed(0).path("items").values())
                .extracting(item -> item.path("id").asString())
                .containsExactly(charge.toString(), submitted.toString());
    }

    @Test
    void an_organisation_hears_of_its_own_and_nobody_elses() {
        TestToken head = TestTokens.person(UUID.randomUUID());
        UUID org = UUID.randomUUID();
        String acting = head.acting(org, "7701000017", "1027700000010", "webhooks.manage");
        var headers = Map.of("Authorization", head.bearer(), "Okno-Acting", acting);

        UUID own = TestEvents.publish(CHARGES, CHARGE_CREATED, UUID.randomUUID(), 1, charge(org));
        TestEvents.publish(CHARGES, CHARGE_CREATED, UUID.randomUUID(), 1, charge(UUID.randomUUID()));

        await().untilAsserted(() -> assertThat(json(call(headers, "GET", "/events", null))
                        .path("items")
                        .values())
                .extracting(item -> item.path("id").asString())
                .containsExactly(own.toString()));
    }

    @Test
    void a_failing_endpoint_is_tried_again_under_the_same_id_with_a_new_timestamp() {
        activeEndpoint(owner, receiver, SUBMITTED);
        var calls = new AtomicInteger();
        receiver.behave(
                message -> calls.incrementAndGet() < 3 ? new Answer(500, Map.of(), "boom\0boom") : Answer.status(200));
        publishStatus(SUBMITTED, application, agency, 3);

        List<Message> messages = awaitEvents(3);

        assertThat(messages)
                .extracting(Message::id)
                .containsOnly(messages.getFirst().id());
        assertThat(messages)
                .extracting(Message::body)
                .containsOnly(messages.getFirst().body());
        await().untilAsserted(() ->
                assertThat(deliveries().getFirst().path("status").asString()).isEqualTo("DELIVERED"));
        JsonNode delivery = json(call(
                owner,
                "GET",
                "/webhooks/deliveries/" + deliveries().getFirst().path("id").asString(),
                null));
        assertThat(delivery.path("attempts").values())
                .extracting(attempt -> attempt.path("statusCode").asInt())
                .containsExactly(500, 500, 200);
        assertThat(delivery.path("attempts").get(0).path("responseStart").asString())
                .isEqualTo("boomboom");
    }

    @Test
    void gone_disables_the_endpoint_and_keeps_its_backlog_for_a_replay() {
        Registered endpoint = activeEndpoint(owner, receiver, SUBMITTED);
        receiver.behave(message -> Answer.status(410));
        Instant before = Instant.now().minusSeconds(5);
        publishStatus(SUBMITTED, application, agency, 3);

        await().untilAsserted(() -> assertThat(state(owner, endpoint.id())).isEqualTo("DISABLED"));
        await().untilAsserted(() -> assertThat(TestEvents.about("okno.webhook.endpoint.v1", endpoint.id()))
                .extracting(TestEvents.Received::type)
                .containsExactly("okno.endpoint.activated.v1", "okno.endpoint.disabled.v1"));
        UUID missed = publishStatus(SUBMITTED, UUID.randomUUID(), agency, 1);
        await().untilAsserted(() -> assertThat(feed(0).path("items").size()).isEqualTo(2));
        assertThat(receiver.events()).hasSize(1);

        receiver.behave(message -> Answer.status(204));
        call(owner, "POST", "/webhooks/endpoints/" + endpoint.id() + "/resumption", null);
        await().untilAsserted(() -> assertThat(state(owner, endpoint.id())).isEqualTo("ACTIVE"));
        awaitEvents(2);
        var replay = call(
                owner,
                "POST",
                "/webhooks/endpoints/" + endpoint.id() + "/replays",
                Map.of(
                        "from",
                        before.toString(),
                        "to",
                        Instant.now().plusSeconds(5).toString()));
        assertThat(replay.statusCode()).as(replay.body()).isEqualTo(202);
        assertThat(json(replay).path("events").asInt()).isEqualTo(2);
        await().untilAsserted(() ->
                assertThat(receiver.events()).extracting(Message::id).contains(missed.toString()));
    }

    @Test
    void honours_retry_after() {
        activeEndpoint(owner, receiver, SUBMITTED);
        var calls = new AtomicInteger();
        receiver.behave(message ->
                calls.incrementAndGet() == 1 ? new Answer(429, Map.of("Retry-After", "2"), "") : Answer.status(200));
        publishStatus(SUBMITTED, application, agency, 3);

        List<Message> messages = awaitEvents(2);

        assertThat(Duration.between(messages.get(0).at(), messages.get(1).at()))
                .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(4));
    }

    @Test
    void during_a_rotation_messages_carry_both_signatures() throws Exception {
        Registered endpoint = activeEndpoint(owner, receiver, SUBMITTED);
        var rotation = json(call(owner, "POST", "/webhooks/endpoints/" + endpoint.id() + "/secret-rotation", null));
        publishStatus(SUBMITTED, application, agency, 3);
        Message message = awaitEvents(1).getFirst();

        assertThat(message.signatures()).singleElement().asString().matches("v1,\\S+ v1,\\S+");
        new Webhook(endpoint.secret()).verify(message.body(), headers(message));
        new Webhook(rotation.path("secret").asString()).verify(message.body(), headers(message));

        call(owner, "POST", "/webhooks/endpoints/" + endpoint.id() + "/secret-rotation", Map.of("overlapHours", 0));
        publishStatus(SUBMITTED, UUID.randomUUID(), agency, 1);
        assertThat(awaitEvents(2).getLast().signatures())
                .singleElement()
                .asString()
                .matches("v1,\\S+");
    }

    @Test
    void a_paused_endpoint_gets_its_backlog_when_it_is_resumed() {
        Registered endpoint = activeEndpoint(owner, receiver, SUBMITTED);
        call(owner, "POST", "/webhooks/endpoints/" + endpoint.id() + "/pause", null);
        publishStatus(SUBMITTED, application, agency, 3);
        await().untilAsserted(() -> assertThat(deliveries()).hasSize(1));
        assertThat(receiver.events()).isEmpty();

        call(owner, "POST", "/webhooks/endpoints/" + endpoint.id() + "/resumption", null);

        awaitEvents(1);
    }

    @Test
    void what_a_killed_process_was_sending_is_sent_by_another_under_the_same_id() {
        activeEndpoint(owner, receiver, SUBMITTED);
        UUID event = publishStatus(SUBMITTED, application, agency, 3);
        awaitEvents(1);
        await().untilAsserted(() ->
                assertThat(deliveries().getFirst().path("status").asString()).isEqualTo("DELIVERED"));

        // The state a kill -9 leaves behind: sent or not, nothing recorded.
        jdbc.sql("""
                with sent as (delete from attempt where event_id = :event
                              returning endpoint_id, delivery_id, event_id, created_at)
                insert into delivery_pending (endpoint_id, id, event_id, subject, due_at, created_at)
                select s.endpoint_id, s.delivery_id, s.event_id, v.application_id, s.created_at, s.created_at
                from sent s join event v on v.id = s.event_id
                """).param("event", event).update();

        assertThat(awaitEvents(2)).extracting(Message::id).containsOnly(event.toString());
        await().untilAsserted(() ->
                assertThat(deliveries().getFirst().path("status").asString()).isEqualTo("DELIVERED"));
    }

    @Test
    void a_delivery_can_be_asked_for_again_by_its_owner_alone() {
        activeEndpoint(owner, receiver, SUBMITTED);
        publishStatus(SUBMITTED, application, agency, 3);
        awaitEvents(1);
        await().untilAsserted(() ->
                assertThat(deliveries().getFirst().path("status").asString()).isEqualTo("DELIVERED"));
        String path =
                "/webhooks/deliveries/" + deliveries().getFirst().path("id").asString();

        TestToken stranger = newAgency(newAgencyCode());
        assertThat(call(stranger, "GET", path, null).statusCode()).isEqualTo(404);
        assertThat(call(stranger, "POST", path + "/redelivery", null).statusCode())
                .isEqualTo(404);
        assertThat(call(owner, "POST", path + "/redelivery", null).statusCode()).isEqualTo(202);

        List<Message> messages = awaitEvents(2);
        assertThat(messages)
                .extracting(Message::id)
                .containsOnly(messages.getFirst().id());
    }

    @Test
    void the_feed_has_no_gaps_and_continues_where_the_reader_stopped() {
        for (int i = 0; i < 7; i++) {
            publishStatus(SUBMITTED, UUID.randomUUID(), agency, 1);
        }
        await().untilAsserted(() -> assertThat(feed(0).path("items").size()).isEqualTo(7));

        var first = json(call(owner, "GET", "/events?limit=4", null));
        var second = json(
                call(owner, "GET", "/events?limit=4&after=" + first.path("next").asString(), null));
        var third = json(call(
                owner, "GET", "/events?limit=4&after=" + second.path("next").asString(), null));

        assertThat(first.path("items").size()).isEqualTo(4);
        assertThat(second.path("items").size()).isEqualTo(3);
        assertThat(second.path("next").asString()).isEqualTo("7");
        assertThat(third.path("items").size()).isZero();
        assertThat(third.path("next").asString()).isEqualTo("7");
    }

    private Map<String, Object> charge(UUID org) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("chargeId", UUID.randomUUID());
        data.put("uin", "18200000000000000017");
        data.put("applicationId", application);
        data.put("personId", "0198c0de-0000-7000-8000-000000000001");
        data.put("orgId", org);
        data.put("amount", Map.of("amount", 80000, "currency", "RUB"));
        data.put("dueDate", "2026-12-31");
        data.put("occurredAt", Instant.now().toString());
        return data;
    }

    private List<Message> awaitEvents(int count) {
        await().untilAsserted(() -> assertThat(receiver.events()).hasSizeGreaterThanOrEqualTo(count));
        return receiver.events();
    }

    private List<JsonNode> deliveries() {
        return List.copyOf(json(call(owner, "GET", "/webhooks/deliveries", null))
                .path("items")
                .values());
    }

    private JsonNode feed(long after) {
        return json(call(owner, "GET", "/events?limit=100&after=" + after, null));
    }

    private static HttpHeaders headers(Message message) {
        return HttpHeaders.of(message.headers(), (name, value) -> true);
    }
}

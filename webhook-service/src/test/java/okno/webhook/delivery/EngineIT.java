package okno.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import okno.platform.test.TestToken;
import okno.webhook.Receiver;
import okno.webhook.Receiver.Answer;
import okno.webhook.Receiver.Message;
import okno.webhook.WebhookServiceTestCase;
import okno.webhook.delivery.domain.Outcome;
import okno.webhook.delivery.domain.PendingDelivery;
import okno.webhook.delivery.persistence.Results;
import okno.webhook.delivery.persistence.Results.AttemptResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EngineIT extends WebhookServiceTestCase {

    private final String agency = newAgencyCode();
    private final TestToken owner = newAgency(agency);
    private final Receiver receiver = new Receiver();

    @Autowired
    private Results results;

    @Autowired
    private PlatformTransactionManager transactions;

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void an_ordered_endpoint_hears_of_each_application_in_order_and_a_failure_stops_one_alone() {
        registerOrdered();
        UUID slow = UUID.randomUUID();
        UUID quick = UUID.randomUUID();
        var failures = new ConcurrentHashMap<String, Integer>();
        receiver.behave(message ->
                message.json().path("data").path("applicationId").asString().equals(slow.toString())
                                && failures.merge(message.id(), 1, Integer::sum) == 1
                        ? Answer.status(400)
                        : Answer.status(204));
        for (int sequence = 1; sequence <= 5; sequence++) {
            publishStatus(SUBMITTED, slow, agency, sequence);
            publishStatus(SUBMITTED, quick, agency, sequence);
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(receiver.events()).hasSize(15));
        assertThat(sequences(quick)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(sequences(slow)).containsExactly(1L, 1L, 2L, 2L, 3L, 3L, 4L, 4L, 5L, 5L);
        List<Message> events = receiver.events();
        Instant lastQuick = events.stream()
                .filter(message -> isAbout(message, quick))
                .map(Message::at)
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(events.getLast().at()).isAfter(lastQuick);
    }

    @Test
    void a_pause_takes_effect_within_a_second_although_a_backlog_is_in_memory() {
        Registered endpoint = activeEndpoint(owner, receiver, SUBMITTED);
        // Nobody is answered before all is published, however long that takes: there is a backlog.
        var published = new CompletableFuture<Void>();
        receiver.behave(message -> {
            published.join();
            pause(Duration.ofMillis(600));
            return Answer.status(204);
        });
        for (int i = 0; i < 200; i++) {
            publishStatus(SUBMITTED, UUID.randomUUID(), agency, 1);
        }
        published.complete(null);
        await().untilAsserted(() -> assertThat(receiver.events()).hasSizeGreaterThan(5));

        call(owner, "POST", "/webhooks/endpoints/" + endpoint.id() + "/pause", null);
        Instant paused = Instant.now();
        await().during(Duration.ofMillis(1500)).atMost(Duration.ofSeconds(3)).until(() -> true);

        assertThat(receiver.events()).hasSizeLessThan(200).noneMatch(message -> message.at()
                .isAfter(paused.plusSeconds(1)));
    }

    @Test
    void a_replay_sends_exactly_what_it_says_and_a_recovery_only_what_was_missed() {
        Registered endpoint = activeEndpoint(owner, receiver, SUBMITTED);
        Instant before = Instant.now().minusSeconds(60);
        int events = 250;
        for (int i = 0; i < events; i++) {
            publishStatus(SUBMITTED, UUID.randomUUID(), agency, 1);
        }
        await().untilAsserted(() -> assertThat(receiver.events()).hasSize(events));
        awaitNothingPending(endpoint);

        var replay = call(
                owner,
                "POST",
                "/webhooks/endpoints/" + endpoint.id() + "/replays",
                Map.of(
                        "from",
                        before.toString(),
                        "to",
                        Instant.now().plusSeconds(60).toString()));
        assertThat(json(replay).path("events").asInt()).isEqualTo(events);
        awaitNothingPending(endpoint);
        assertThat(receiver.events().stream().collect(Collectors.groupingBy(Message::id, Collectors.counting())))
                .hasSize(events)
                .allSatisfy((id, times) -> assertThat(times).isEqualTo(2));

        call(owner, "POST", "/webhooks/endpoints/" + endpoint.id() + "/pause", null);
        var resumed = call(
                owner,
                "POST",
                "/webhooks/endpoints/" + endpoint.id() + "/resumption",
                Map.of("recoverFrom", before.toString()));
        assertThat(json(resumed).path("recovered").asInt()).isZero();
    }

    @Test
    void a_result_of_an_epoch_that_is_over_changes_nothing() {
        Registered endpoint = activeEndpoint(owner, receiver, SUBMITTED);
        call(owner, "POST", "/webhooks/endpoints/" + endpoint.id() + "/pause", null);
        UUID event = publishStatus(SUBMITTED, UUID.randomUUID(), agency, 1);
        await().untilAsserted(() -> assertThat(pending(endpoint)).isEqualTo(1));
        var lease = jdbc.sql("""
                select l.shard, l.epoch, l.owner from shard_lease l join endpoint e on e.shard = l.shard where e.id = :id
                """).param("id", endpoint.id()).query().singleRow();
        short shard = ((Number) lease.get("shard")).shortValue();
        long epoch = (Long) lease.get("epoch");
        String instance = lease.get("owner").toString();

        assertThat(write(result(endpoint, event, shard, epoch - 1), instance)).isEmpty();
        assertThat(write(result(endpoint, event, shard, epoch), "somebody-else"))
                .isEmpty();
        assertThat(pending(endpoint)).isEqualTo(1);

        assertThat(write(result(endpoint, event, shard, epoch), instance)).containsExactly(shard);
        assertThat(pending(endpoint)).isZero();
    }

    private Set<Short> write(AttemptResult result, String instance) {
        return new TransactionTemplate(transactions).execute(status -> results.write(List.of(result), instance));
    }

    private AttemptResult result(Registered endpoint, UUID event, short shard, long epoch) {
        UUID id = jdbc.sql("select id from delivery_pending where endpoint_id = :id")
                .param("id", endpoint.id())
                .query(UUID.class)
                .single();
        Instant now = Instant.now();
        var delivery =
                new PendingDelivery(endpoint.id(), id, event, event, 0, 0, null, now, SUBMITTED, now, new byte[0]);
        return new AttemptResult(delivery, shard, epoch, now, 5, 204, null, null, new Outcome.Delivered());
    }

    private void registerOrdered() {
        var answer = call(
                owner,
                "POST",
                "/webhooks/endpoints",
                Map.of("url", receiver.url(), "eventTypes", List.of(SUBMITTED), "ordered", true));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        UUID id = UUID.fromString(json(answer).path("id").asString());
        await().untilAsserted(() -> assertThat(state(owner, id)).isEqualTo("ACTIVE"));
    }

    private List<Long> sequences(UUID application) {
        return receiver.events().stream()
                .filter(message -> isAbout(message, application))
                .map(message -> message.json().path("data").path("sequence").asLong())
                .toList();
    }

    private static boolean isAbout(Message message, UUID application) {
        return message.json().path("data").path("applicationId").asString().equals(application.toString());
    }

    private void awaitNothingPending(Registered endpoint) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(pending(endpoint)).isZero());
    }

    private long pending(Registered endpoint) {
        return jdbc.sql("select count(*) from delivery_pending where endpoint_id = :id")
                .param("id", endpoint.id())
                .query(Long.class)
                .single();
    }

    private static void pause(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }
}

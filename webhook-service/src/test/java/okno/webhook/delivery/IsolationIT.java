package okno.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okno.platform.test.TestToken;
import okno.webhook.Receiver;
import okno.webhook.Receiver.Answer;
import okno.webhook.Receiver.Message;
import okno.webhook.WebhookServiceTestCase;
import org.junit.jupiter.api.Test;

/** A dead endpoint beside a healthy one of the same agency: both get every event. */
class IsolationIT extends WebhookServiceTestCase {

    private static final int EVENTS = 60;

    private final String agency = newAgencyCode();
    private final TestToken owner = newAgency(agency);

    @Test
    void a_dead_endpoint_is_probed_not_hammered_and_slows_nobody() throws InterruptedException {
        var release = new CountDownLatch(1);
        try (Receiver healthy = new Receiver();
                Receiver dead = new Receiver()) {
            activeEndpoint(owner, healthy, SUBMITTED);
            Duration alone = usualLag(healthy);
            activeEndpoint(owner, dead, SUBMITTED);
            dead.behave(message -> hang(release));

            Duration beside = usualLag(healthy);

            assertThat(healthy.events()).extracting(Message::id).doesNotHaveDuplicates();
            // Whoever waits for an attempt to the dead one waits a second; what the machine takes is in both.
            assertThat(beside).isLessThan(alone.plusMillis(800));
            // A window of eight at first, then single probes: a fraction of the backlog was ever tried.
            assertThat(dead.events()).hasSizeLessThan(EVENTS / 2);

            dead.behave(message -> Answer.status(204));
            release.countDown();
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                            dead.events().stream().map(Message::id).distinct())
                    .hasSize(EVENTS));
        }
    }

    /** From an event to its arrival, of 95 in a hundred. */
    private Duration usualLag(Receiver receiver) {
        int before = receiver.events().size();
        for (int i = 0; i < EVENTS; i++) {
            publishStatus(SUBMITTED, UUID.randomUUID(), agency, 1);
        }
        await().untilAsserted(() -> assertThat(receiver.events()).hasSize(before + EVENTS));
        return receiver.events().stream()
                .skip(before)
                .map(message -> Duration.between(
                        Instant.parse(message.json().path("timestamp").asString()), message.at()))
                .sorted()
                .toList()
                .get(EVENTS * 95 / 100);
    }

    private static Answer hang(CountDownLatch release) {
        try {
            release.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Answer.status(204);
    }
}

package okno.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
            activeEndpoint(owner, dead, SUBMITTED);
            dead.behave(message -> hang(release));

            for (int i = 0; i < EVENTS; i++) {
                publishStatus(SUBMITTED, UUID.randomUUID(), agency, 1);
            }

            await().untilAsserted(() -> assertThat(healthy.events()).hasSize(EVENTS));
            assertThat(healthy.events()).extracting(Message::id).doesNotHaveDuplicates();
            // The time of the event to the arrival; far below the second that each attempt to the dead one takes.
            List<Duration> lags = healthy.events().stream()
                    .map(message -> Duration.between(
                            Instant.parse(message.json().path("timestamp").asString()), message.at()))
                    .sorted()
                    .toList();
            assertThat(lags.get(EVENTS * 95 / 100)).isLessThan(Duration.ofMillis(800));
            // A window of eight at first, then single probes: a fraction of the backlog was ever tried.
            assertThat(dead.events()).hasSizeLessThan(EVENTS / 2);

            dead.behave(message -> Answer.status(204));
            release.countDown();
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                            dead.events().stream().map(Message::id).distinct())
                    .hasSize(EVENTS));
        }
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

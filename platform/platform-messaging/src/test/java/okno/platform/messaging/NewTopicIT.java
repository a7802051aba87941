package okno.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import okno.platform.core.Ids;
import org.junit.jupiter.api.Test;

class NewTopicIT {

    private static final int TOPICS = 12;
    private static final int EVENTS = 600;

    /**
     * A partition that has just been created may refuse a first batch and take the next: a broker that has never heard of a
     * producer accepts whatever number its first batch bears.
     */
    @Test
    void order_holds_from_the_first_event_of_a_topic_on() throws Exception {
        for (int i = 0; i < TOPICS; i++) {
            try (var fixture = new OutboxFixture("new.topic." + i);
                    var reader = new TopicReader(fixture.clients, fixture.topic)) {
                List<UUID> aggregates =
                        IntStream.range(0, 6).mapToObj(n -> Ids.next()).toList();
                try (var writer = fixture.writer()) {
                    writer.inTransaction(() -> {
                        for (int event = 0; event < EVENTS; event++) {
                            UUID aggregate = aggregates.get(event % aggregates.size());
                            writer.outbox.append(fixture.event(aggregate, 1 + event / aggregates.size()));
                        }
                    });
                }
                fixture.startRelay();
                reader.until(EVENTS, Duration.ofSeconds(60)).toEnd();
                assertThat(reader.inversions()).as("inversions in topic %d", i).isZero();
                await().until(() -> fixture.waiting() == 0);
            }
        }
    }
}

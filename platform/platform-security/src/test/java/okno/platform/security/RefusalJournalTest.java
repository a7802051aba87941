package okno.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Set;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.platform.core.Caller.Kind;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RefusalJournalTest {

    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final MutableClock clock = new MutableClock();
    private final RefusalJournal journal = new RefusalJournal(() -> kafka, "gateway", clock);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RefusedTokens refused = new RefusedTokens(meters, () -> journal);

    @Test
    void one_session_and_reason_is_one_entry_and_every_refusal_counts() {
        Caller person = caller("p-1", Kind.PERSON, "s-1");
        for (int i = 0; i < 5; i++) {
            refused.count(RefusalReason.BINDING, person);
        }
        refused.count(RefusalReason.SESSION_ENDED, person);

        await().until(() -> kafka.history().size() >= 2);
        assertThat(kafka.history())
                .extracting(record -> read(record.value()).path("action").asString())
                .containsExactlyInAnyOrder("token.shown_without_key", "token.shown_after_end");
        JsonNode entry = read(kafka.history().getFirst().value());
        assertThat(entry.path("personId").asString()).isEqualTo("p-1");
        assertThat(entry.path("objectType").asString()).isEqualTo("session");
        assertThat(entry.path("objectId").asString()).isEqualTo("s-1");
        assertThat(new String(
                        kafka.history()
                                .getFirst()
                                .headers()
                                .lastHeader("ce_source")
                                .value(),
                        UTF_8))
                .isEqualTo("/gateway");
        assertThat(counted(RefusalReason.BINDING)).isEqualTo(5);
    }

    @Test
    void a_machine_is_named_by_its_client() {
        refused.count(RefusalReason.CLIENT_SUSPENDED, caller("app-1", Kind.CLIENT, null));

        await().until(() -> !kafka.history().isEmpty());
        JsonNode entry = read(kafka.history().getFirst().value());
        assertThat(entry.path("objectType").asString()).isEqualTo("client");
        assertThat(entry.path("objectId").asString()).isEqualTo("app-1");
        assertThat(entry.path("personId").isNull()).isTrue();
    }

    @Test
    void a_flood_of_sessions_leaves_sixty_entries_a_minute() {
        for (int i = 0; i < 500; i++) {
            refused.count(
                    RefusalReason.PROOF,
                    caller("p", Kind.PERSON, UUID.randomUUID().toString()));
        }
        await().until(() -> kafka.history().size() >= RefusalJournal.MOST_A_MINUTE);
        clock.putForward(java.time.Duration.ofMinutes(1));
        refused.count(RefusalReason.PROOF, caller("p", Kind.PERSON, "later"));

        await().until(() -> kafka.history().stream()
                .anyMatch(record ->
                        read(record.value()).path("objectId").asString().equals("later")));
        assertThat(kafka.history()).hasSizeLessThanOrEqualTo(2 * RefusalJournal.MOST_A_MINUTE + 1);
        assertThat(counted(RefusalReason.PROOF)).isEqualTo(501);
    }

    @Test
    void what_nobody_signed_only_counts() {
        refused.count(RefusalReason.SIGNATURE, null);
        refused.count(RefusalReason.EXPIRED, caller("p", Kind.PERSON, "s"));

        assertThat(counted(RefusalReason.SIGNATURE)).isEqualTo(1);
        assertThat(counted(RefusalReason.EXPIRED)).isEqualTo(1);
        assertThat(kafka.history()).isEmpty();
    }

    private double counted(RefusalReason reason) {
        return meters.counter(RefusedTokens.METRIC, "reason", reason.word()).count();
    }

    private static JsonNode read(byte[] json) {
        return JsonMapper.shared().readTree(json);
    }

    private static Caller caller(String id, Kind kind, @Nullable String session) {
        return new Caller(id, kind, Set.of(), "", "", null, session, null, null, null);
    }
}

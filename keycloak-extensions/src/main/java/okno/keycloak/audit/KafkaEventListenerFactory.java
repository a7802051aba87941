package okno.keycloak.audit;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;

/** The event listener {@value #ID} of a realm. */
public final class KafkaEventListenerFactory implements EventListenerProviderFactory {

    static final String ID = "okno-kafka";

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private @Nullable FeedSettings settings;
    private @Nullable EventFeed feed;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {
        settings = FeedSettings.from(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory sessions) {
        FeedSettings known = Objects.requireNonNull(settings);
        long since = System.currentTimeMillis() - known.window().toMillis();
        EventFeed created = new EventFeed(producer(known), new EventStore(sessions), known.buffer(), since, PAUSE);
        feed = created;
        // Not earlier: until then the store has no tables.
        sessions.register(event -> {
            if (event instanceof PostMigrationEvent) {
                created.start();
            }
        });
    }

    private static Producer<String, byte[]> producer(FeedSettings settings) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        settings.bootstrap(),
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "keycloak",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        5_000,
                        // Sooner than the usual two minutes: what is given up is read from the store again.
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        30_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        8L * 1024 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new KafkaEventListener(session, Objects.requireNonNull(feed));
    }

    @Override
    public void close() {
        if (feed != null) {
            feed.close();
        }
    }
}

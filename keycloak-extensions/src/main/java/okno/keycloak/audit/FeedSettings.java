package okno.keycloak.audit;

import java.time.Duration;
import org.keycloak.Config;

/**
 * {@code --spi-events-listener--okno-kafka--*}.
 *
 * @param bootstrap brokers; no default, since events that go nowhere are no journal
 * @param buffer messages that may wait in memory
 * @param window how far back a start looks for events that were committed but may never have been sent
 */
record FeedSettings(String bootstrap, int buffer, Duration window) {

    static FeedSettings from(Config.Scope config) {
        String bootstrap = config.get("bootstrap");
        if (bootstrap == null || bootstrap.isBlank()) {
            throw new IllegalStateException("--spi-events-listener--okno-kafka--bootstrap is missing");
        }
        return new FeedSettings(
                bootstrap, config.getInt("buffer", 10_000), Duration.ofHours(config.getInt("catch-up-hours", 24)));
    }
}

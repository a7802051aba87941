package okno.platform.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What happens when a listener fails. An outage is waited out, since a dead letter for each event of an outage helps
 * nobody; everything else is tried five times over three seconds and then put aside, so that it does not stop the events
 * behind it; what cannot be read is put aside at once.
 */
final class ListenerErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerErrors.class);
    private static final BackOff NO_RETRY = new FixedBackOff(0, 0);
    private static final int TRIES_AFTER_THE_FIRST = 4;

    private ListenerErrors() {}

    static DefaultErrorHandler handler(DeadLetterWriter deadLetters) {
        var handler = new DefaultErrorHandler(deadLetters, fewTries());
        handler.setBackOffFunction((received, failure) -> switch (FailureKind.of(failure)) {
            case UNREADABLE -> NO_RETRY;
            case OUTAGE -> withoutEnd();
            case OTHER -> fewTries();
        });
        // The handler's own log prints whole exceptions, and these may quote a row of the database.
        handler.setLogLevel(KafkaException.Level.DEBUG);
        handler.setRetryListeners(new FailureLog());
        return handler;
    }

    private static BackOff fewTries() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxAttempts(TRIES_AFTER_THE_FIRST);
        return backOff;
    }

    private static BackOff withoutEnd() {
        var backOff = new ExponentialBackOff(100, 2);
        backOff.setMaxInterval(5_000);
        return backOff;
    }

    private static final class FailureLog implements RetryListener {

        @Override
        public void failedDelivery(ConsumerRecord<?, ?> received, @Nullable Exception failure, int attempt) {
            LOG.warn("{} failed, try {}: {}", place(received), attempt, DeadLetterWriter.reason(failure));
        }

        @Override
        public void recoveryFailed(ConsumerRecord<?, ?> received, @Nullable Exception original, Exception failure) {
            LOG.error("{} could not be put aside and is tried again: {}", place(received), failure.toString());
        }

        private static String place(ConsumerRecord<?, ?> received) {
            return "Event at %s-%d@%d".formatted(received.topic(), received.partition(), received.offset());
        }
    }
}

package okno.webhook.delivery.messaging;

import org.springframework.kafka.config.ContainerPostProcessor;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.stereotype.Component;

/**
 * Has a listener say a few times a second how far it came, not after each of a hundred small batches: the answer of the
 * broker is waited for. What a crash repeats is known by its id.
 */
@Component("rareCommits")
class RareCommits
        implements ContainerPostProcessor<String, byte[], ConcurrentMessageListenerContainer<String, byte[]>> {

    private static final long MILLIS = 200;

    @Override
    public void postProcess(ConcurrentMessageListenerContainer<String, byte[]> container) {
        ContainerProperties properties = container.getContainerProperties();
        properties.setAckMode(AckMode.TIME);
        properties.setAckTime(MILLIS);
    }
}

package okno.platform.messaging;

import static java.util.stream.Collectors.toSet;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.kafka.support.converter.RecordMessageConverter;

/** What Spring Boot's own listener container factory is given, so that a plain {@code @KafkaListener} is enough. */
@Configuration(proxyBeanMethods = false)
class ListenerConfiguration {

    @Bean
    RecordMessageConverter eventMessageConverter() {
        return new EventMessageConverter();
    }

    @Bean
    RecordInterceptor<Object, Object> eventTrace() {
        return new EventTrace();
    }

    @Bean
    DeadLetterWriter deadLetterWriter(Topics topics, KafkaClients clients, ObjectProvider<MeterRegistry> meters) {
        return new DeadLetterWriter(
                topics, clients::deadLetterProducer, meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    CommonErrorHandler listenerErrors(DeadLetterWriter deadLetters) {
        return ListenerErrors.handler(deadLetters);
    }

    @Bean
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> listenerContainers() {
        var threads = new SimpleAsyncTaskExecutor("kafka-");
        return container -> {
            // Offsets follow the commits of the effects; what is delivered again in between, the inbox knows.
            container.getContainerProperties().setAckMode(AckMode.BATCH);
            // A consumer waits in a selector, which a virtual thread cannot leave, and works through whole batches:
            // on one of the few carriers it keeps all other virtual threads waiting.
            container.getContainerProperties().setListenerTaskExecutor(threads);
            // A stopping service hands the rest of its records to the next owner of the partition.
            container.getContainerProperties().setStopImmediate(true);
        };
    }

    @Bean
    DeadLetters deadLetters(KafkaClients clients, KafkaListenerEndpointRegistry listeners) {
        return new DeadLetters(clients, () -> listeners.getListenerContainers().stream()
                .map(MessageListenerContainer::getGroupId)
                .filter(Objects::nonNull)
                .collect(toSet()));
    }

    @Bean
    DeadLettersEndpoint deadLettersEndpoint(DeadLetters deadLetters) {
        return new DeadLettersEndpoint(deadLetters);
    }
}

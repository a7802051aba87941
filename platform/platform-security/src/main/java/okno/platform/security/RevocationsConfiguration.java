package okno.platform.security;

import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Wires the events that end sessions and withdraw rights, and the way to the journal for tokens in wrong hands. */
@AutoConfiguration(after = {ResourceServer.class, KafkaAutoConfiguration.class})
@EnableConfigurationProperties({SecurityProperties.class, KafkaProperties.class})
@ConditionalOnBooleanProperty(name = "okno.security.revocations", matchIfMissing = true)
class RevocationsConfiguration {

    @Bean
    RevocationFeed revocationFeed(
            KafkaProperties kafka, SecurityProperties settings, EndedSessions ended, Clock clock) {
        Supplier<Consumer<byte[], byte[]>> consumers = () -> new KafkaConsumer<>(consumerSettings(kafka));
        return new RevocationFeed(consumers, ended, settings.revocationMemory(), clock);
    }

    @Bean
    RefusalJournal refusalJournal(KafkaProperties kafka, Environment environment, Clock clock) {
        String component = environment.getRequiredProperty("spring.application.name");
        return new RefusalJournal(() -> new KafkaProducer<>(producerSettings(kafka)), component, clock);
    }

    private static Map<String, Object> producerSettings(KafkaProperties kafka) {
        Map<String, Object> settings = kafka.buildProducerProperties();
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 1L << 20);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5000);
        // On a partition that is just being made the first batch may be refused and the second taken; then the first
        // never is.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        return settings;
    }

    private static Map<String, Object> consumerSettings(KafkaProperties kafka) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        // A new topic or partition must be noticed in time for "within five seconds".
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 3000);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5000);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }
}

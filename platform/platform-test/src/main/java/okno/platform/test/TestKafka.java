package okno.platform.test;

import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;

/** The Kafka broker of this JVM's tests. */
record TestKafka(String bootstrapServers) {

    private static final Map<String, String> SETTINGS = Map.of(
            "auto.create.topics.enable", "false",
            "group.initial.rebalance.delay.ms", "0",
            "offsets.topic.num.partitions", "1",
            "offsets.topic.replication.factor", "1");

    static TestKafka start() {
        return StackKind.chosen() == StackKind.CONTAINERS ? container() : embedded();
    }

    private static TestKafka embedded() {
        var broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperties(SETTINGS);
        broker.afterPropertiesSet();
        AtExit.close(broker::destroy);
        return new TestKafka(broker.getBrokersAsString());
    }

    private static TestKafka container() {
        var broker = new KafkaContainer("apache/kafka-native:4.2.1");
        SETTINGS.forEach(
                (key, value) -> broker.withEnv("KAFKA_" + key.toUpperCase().replace('.', '_'), value));
        broker.start();
        return new TestKafka(broker.getBootstrapServers());
    }
}

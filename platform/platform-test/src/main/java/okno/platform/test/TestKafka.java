package okno.platform.test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;

/** The Kafka broker of this JVM's tests. */
record TestKafka(String bootstrapServers) {

    private static final Map<String, String> SETTINGS = Map.of(
            "auto.create.topics.enable", "false",
            "group.initial.rebalance.delay.ms", "0",
            "offsets.topic.num.partitions", "1",
            "offsets.topic.replication.factor", "1");

    /** Makes a topic of another service, which would have made it; one that is there is fine. */
    static void topic(String name) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestStack.kafka()))) {
            admin.createTopics(List.of(new NewTopic(name, 3, (short) 1))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

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

package okno.platform.messaging;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires outbox, relay, inbox and listeners for a service that has a database and Kafka. */
@AutoConfiguration(
        before = KafkaAutoConfiguration.class,
        after = {JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class})
@EnableConfigurationProperties({MessagingProperties.class, KafkaProperties.class})
@Import(ListenerConfiguration.class)
class MessagingAutoConfiguration {

    @Bean
    RelaySignal relaySignal() {
        return new RelaySignal();
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, RelaySignal signal) {
        return new Outbox(jdbc, signal);
    }

    @Bean
    Inbox inbox(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new Inbox(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    InboxCleaner inboxCleaner(JdbcClient jdbc, MessagingProperties properties) {
        return new InboxCleaner(jdbc, properties.inboxRetention());
    }

    @Bean
    KafkaClients kafkaClients(KafkaProperties kafka) {
        return new KafkaClients(kafka);
    }

    @Bean
    Topics topics(MessagingProperties properties, KafkaClients clients) {
        return new Topics(properties, clients);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "okno.messaging.relay", matchIfMissing = true)
    OutboxRelay outboxRelay(
            MessagingProperties properties,
            DataSourceProperties database,
            KafkaClients clients,
            Topics topics,
            RelaySignal signal) {
        return new OutboxRelay(
                properties,
                () -> OutboxConnection.open(
                        database.determineUrl(), database.determineUsername(), database.determinePassword()),
                () -> new OutboxSender(clients.relayProducer(), topics, properties.source()),
                signal);
    }

    @Bean
    OutboxMetrics outboxMetrics(JdbcClient jdbc, ObjectProvider<OutboxRelay> relay) {
        return new OutboxMetrics(jdbc, relay);
    }

    @Bean
    DurabilityCheck durabilityCheck(JdbcClient jdbc, MessagingProperties properties) {
        return new DurabilityCheck(jdbc, properties.requireDurableDatabase());
    }
}

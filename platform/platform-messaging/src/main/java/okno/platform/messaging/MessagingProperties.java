package okno.platform.messaging;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.messaging.*}.
 *
 * @param source CloudEvents source of what this service publishes, {@code /<service>}
 * @param publishes topics this service owns; created when missing
 * @param consumes topics this service reads; created when missing, so that no service must start first
 * @param partitions partitions of a created topic
 * @param replicas copies of a created topic; 3 in production, 1 on one machine
 * @param relayBatch rows the relay reads, sends and deletes at a time
 * @param relayPace from the beginning of one such round to that of the next, at least: rounds of one or two events cost the
 *     database and the broker as much as rounds of twenty, and on a busy machine everybody waits for them
 * @param busyPoll wait between looks into the outbox while events flow; only commits of other replicas wait for it
 * @param idlePoll the same when nothing has come for five seconds
 * @param inboxRetention how long event ids are remembered; longer than the topics' retention
 * @param requireDurableDatabase refuse to start on a database that could lose a commit; false only in tests
 */
@ConfigurationProperties("okno.messaging")
public record MessagingProperties(
        String source,
        @DefaultValue List<String> publishes,
        @DefaultValue List<String> consumes,
        @DefaultValue("6") int partitions,
        @DefaultValue("1") short replicas,
        @DefaultValue("2000") int relayBatch,
        @DefaultValue("3ms") Duration relayPace,
        @DefaultValue("10ms") Duration busyPoll,
        @DefaultValue("50ms") Duration idlePoll,
        @DefaultValue("14d") Duration inboxRetention,
        @DefaultValue("true") boolean requireDurableDatabase) {}

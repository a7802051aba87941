package okno.platform.messaging;

import java.util.UUID;

/**
 * An event about to be appended to the {@link Outbox}.
 *
 * @param topic Kafka topic, {@code okno.<context>.<aggregate>.v1}
 * @param type CloudEvents type, {@code okno.<aggregate>.<past_participle>.v1}
 * @param aggregateId the aggregate that changed: Kafka key and CloudEvents subject; order is kept per aggregate
 * @param version version of the aggregate after the change, the {@code sequence} that consumers order by
 * @param data a record of the contract in {@code contracts/events}; written as JSON; ids, states, numbers and times only
 */
public record OutgoingEvent(String topic, String type, UUID aggregateId, long version, Object data) {}

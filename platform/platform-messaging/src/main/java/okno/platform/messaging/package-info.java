/**
 * How an event leaves one service and takes effect in another, once: {@link okno.platform.messaging.Outbox} in the
 * producer's transaction, {@link okno.platform.messaging.OutboxRelay} to Kafka, {@link okno.platform.messaging.Inbox} in
 * the consumer's transaction, {@link okno.platform.messaging.DeadLetters} for what no retry can mend.
 */
@NullMarked
package okno.platform.messaging;

import org.jspecify.annotations.NullMarked;

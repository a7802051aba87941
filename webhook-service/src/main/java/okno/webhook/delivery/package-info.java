/**
 * From an event to a signed POST: {@link okno.webhook.delivery.FanOut} freezes the event and makes a row for each
 * endpoint that wants it, {@link okno.webhook.delivery.Dispatcher} hands due rows out,
 * {@link okno.webhook.delivery.AttemptDelivery} sends one, {@link okno.webhook.delivery.RecordAttempt} writes down what
 * came of it.
 *
 * <p>A row is the only truth: claimed with a lease and committed before the POST, so that a crash at any point sends it
 * again, with the same id, and never loses it. Why claims instead of one owner per shard: see RATIONALE.md.
 */
@NullMarked
package okno.webhook.delivery;

import org.jspecify.annotations.NullMarked;

/**
 * Sends what is pending. One thread, {@link okno.webhook.delivery.engine.Engine}, decides everything and shares nothing;
 * threads around it wait for it: {@link okno.webhook.delivery.engine.ShardKeeper} for leases,
 * {@link okno.webhook.delivery.engine.Loader} for rows, {@link okno.webhook.delivery.engine.Sender} for endpoints,
 * {@link okno.webhook.delivery.engine.Recorder} for commits. They answer through its mailbox. See RATIONALE.md.
 */
@NullMarked
package okno.webhook.delivery.engine;

import org.jspecify.annotations.NullMarked;

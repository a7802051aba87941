/**
 * The event types that may be subscribed to, made from the contracts of the services that publish them; and the body that
 * tells an event to a receiver.
 */
@NullMarked
package okno.webhook.catalogue;

import org.jspecify.annotations.NullMarked;

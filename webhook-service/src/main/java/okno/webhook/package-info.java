/** Owns endpoints, subscriptions and signed deliveries; never changes the event it carries. */
@NullMarked
package okno.webhook;

import org.jspecify.annotations.NullMarked;

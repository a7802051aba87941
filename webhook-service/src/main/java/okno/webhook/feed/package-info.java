/** The same events by pull: in order, without gaps, with the same ids and bytes as the webhooks. */
@NullMarked
package okno.webhook.feed;

import org.jspecify.annotations.NullMarked;

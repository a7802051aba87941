/** Joins endpoints and deliveries where one depends on the other: what a resumed endpoint missed becomes due for it. */
@NullMarked
package okno.webhook.recovery;

import org.jspecify.annotations.NullMarked;

/** Events of other services coming in. */
@NullMarked
package okno.webhook.delivery.messaging;

import org.jspecify.annotations.NullMarked;

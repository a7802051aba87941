/** Deliveries over HTTP. */
@NullMarked
package okno.webhook.delivery.web;

import org.jspecify.annotations.NullMarked;

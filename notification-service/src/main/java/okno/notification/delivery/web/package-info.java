/** Receipts of providers, and the deliveries as an administrator sees them. */
@NullMarked
package okno.notification.delivery.web;

import org.jspecify.annotations.NullMarked;

/**
 * Owns what people are told: the inbox, e-mail and SMS deliveries, preferences, templates. Never decides that something
 * happened.
 *
 * <p>Start with {@link okno.notification.notice.NotifyPerson} and {@link okno.notification.delivery.AttemptDelivery}.
 */
@NullMarked
package okno.notification;

import org.jspecify.annotations.NullMarked;

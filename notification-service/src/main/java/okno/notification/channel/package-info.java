/** Ways out of the service: one port, e-mail and SMS. */
@NullMarked
package okno.notification.channel;

import org.jspecify.annotations.NullMarked;

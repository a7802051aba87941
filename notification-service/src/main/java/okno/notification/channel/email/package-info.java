/** E-mail by SMTP, with one-click unsubscription and, where a key is given, DKIM. */
@NullMarked
package okno.notification.channel.email;

import org.jspecify.annotations.NullMarked;

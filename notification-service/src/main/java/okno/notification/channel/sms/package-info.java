/** SMS providers: by HTTP and by SMPP 3.4. */
@NullMarked
package okno.notification.channel.sms;

import org.jspecify.annotations.NullMarked;

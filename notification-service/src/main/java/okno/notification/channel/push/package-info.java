/** Web Push to the browsers of a person. */
@NullMarked
package okno.notification.channel.push;

import org.jspecify.annotations.NullMarked;

/** SQL of devices. */
@NullMarked
package okno.notification.device.persistence;

import org.jspecify.annotations.NullMarked;

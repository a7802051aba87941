/** HTTP of devices. */
@NullMarked
package okno.notification.device.web;

import org.jspecify.annotations.NullMarked;

/** One-time codes for our other services. */
@NullMarked
package okno.notification.code.web;

import org.jspecify.annotations.NullMarked;

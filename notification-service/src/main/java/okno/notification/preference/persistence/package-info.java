/** SQL of preferences. */
@NullMarked
package okno.notification.preference.persistence;

import org.jspecify.annotations.NullMarked;

/** Previews for administrators. */
@NullMarked
package okno.notification.template.web;

import org.jspecify.annotations.NullMarked;

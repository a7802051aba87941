/** The copy for identity-service. */
@NullMarked
package okno.notification.rights.web;

import org.jspecify.annotations.NullMarked;

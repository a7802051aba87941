/** The copy for identity-service. */
@NullMarked
package okno.application.rights.web;

import org.jspecify.annotations.NullMarked;

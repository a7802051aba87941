/** The copy for identity-service. */
@NullMarked
package okno.org.rights.web;

import org.jspecify.annotations.NullMarked;

/** The copy for identity-service. */
@NullMarked
package okno.registry.rights.web;

import org.jspecify.annotations.NullMarked;

/** The copy for identity-service. */
@NullMarked
package okno.payment.rights.web;

import org.jspecify.annotations.NullMarked;

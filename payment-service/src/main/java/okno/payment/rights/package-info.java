/**
 * Rights of persons by 152-FZ: what {@code platform-rights} asks a service for a copy, for an erasure, and when what was
 * kept need not be kept any more. Start reading at {@link okno.payment.rights.persistence.PersonAccounts}.
 */
@NullMarked
package okno.payment.rights;

import org.jspecify.annotations.NullMarked;

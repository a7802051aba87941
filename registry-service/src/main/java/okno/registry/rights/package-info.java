/**
 * Rights of persons by 152-FZ: what {@code platform-rights} asks a service for a copy, for an erasure, and when what was
 * kept need not be kept any more. Registers are kept for ever, whoever ends an account.
 */
@NullMarked
package okno.registry.rights;

import org.jspecify.annotations.NullMarked;

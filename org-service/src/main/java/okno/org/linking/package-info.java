/** A person says they head a company; registers and profile say whether it is so. Start at {@link okno.org.linking.LinkOrganisation}; {@link okno.org.linking.CheckOrganisation} does the check, whenever the others answer. */
@NullMarked
package okno.org.linking;

import org.jspecify.annotations.NullMarked;

/** Services and what each asks for: passports as data, published at start and never changed afterwards, and the dated reference data they lean on. Begin at {@link okno.application.catalogue.domain.Passport}. */
@NullMarked
package okno.application.catalogue;

import org.jspecify.annotations.NullMarked;

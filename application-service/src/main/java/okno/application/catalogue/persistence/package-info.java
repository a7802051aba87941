/** Published passports as rows. */
@NullMarked
package okno.application.catalogue.persistence;

import org.jspecify.annotations.NullMarked;

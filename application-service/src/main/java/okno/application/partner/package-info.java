/** What partners read of persons' applications: as far as a consent goes, asked for at each read. */
@NullMarked
package okno.application.partner;

import org.jspecify.annotations.NullMarked;

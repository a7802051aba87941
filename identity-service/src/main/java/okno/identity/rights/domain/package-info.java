/** Requests of persons about their data. */
@NullMarked
package okno.identity.rights.domain;

import org.jspecify.annotations.NullMarked;

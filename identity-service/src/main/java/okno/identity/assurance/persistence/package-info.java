/** Evidence, codes and levels to tell. */
@NullMarked
package okno.identity.assurance.persistence;

import org.jspecify.annotations.NullMarked;

/** Results and what is still to be made. */
@NullMarked
package okno.application.result.persistence;

import org.jspecify.annotations.NullMarked;

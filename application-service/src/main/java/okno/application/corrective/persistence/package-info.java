/** SQL of corrective actions. */
@NullMarked
package okno.application.corrective.persistence;

import org.jspecify.annotations.NullMarked;

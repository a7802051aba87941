/** What others hear of corrective actions. */
@NullMarked
package okno.application.corrective.events;

import org.jspecify.annotations.NullMarked;

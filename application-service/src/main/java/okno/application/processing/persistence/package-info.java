/** SQL of the agency's desk: the queue, its counts, the officers. */
@NullMarked
package okno.application.processing.persistence;

import org.jspecify.annotations.NullMarked;

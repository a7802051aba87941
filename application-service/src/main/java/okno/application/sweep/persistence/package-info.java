/** What the sweep has to know of rows: which contents have one, and which key they are sealed by. */
@NullMarked
package okno.application.sweep.persistence;

import org.jspecify.annotations.NullMarked;

/** Statements that concern everything of one person. */
@NullMarked
package okno.org.rights.persistence;

import org.jspecify.annotations.NullMarked;

/** Statements that concern everything of one person. */
@NullMarked
package okno.application.rights.persistence;

import org.jspecify.annotations.NullMarked;

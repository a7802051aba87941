/** Statements that concern everything of one person. */
@NullMarked
package okno.registry.rights.persistence;

import org.jspecify.annotations.NullMarked;

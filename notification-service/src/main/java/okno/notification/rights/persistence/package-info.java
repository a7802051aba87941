/** Statements that concern everything of one person. */
@NullMarked
package okno.notification.rights.persistence;

import org.jspecify.annotations.NullMarked;

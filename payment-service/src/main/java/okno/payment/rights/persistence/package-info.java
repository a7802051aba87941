/** Statements that concern everything of one person. */
@NullMarked
package okno.payment.rights.persistence;

import org.jspecify.annotations.NullMarked;

/** SQL of charges. */
@NullMarked
package okno.payment.charge.persistence;

import org.jspecify.annotations.NullMarked;

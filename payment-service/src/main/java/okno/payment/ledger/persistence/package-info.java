/** SQL of the ledger. */
@NullMarked
package okno.payment.ledger.persistence;

import org.jspecify.annotations.NullMarked;

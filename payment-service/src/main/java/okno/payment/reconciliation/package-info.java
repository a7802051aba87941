/** Compares our payments and ledger with the provider's sessions. */
@NullMarked
package okno.payment.reconciliation;

import org.jspecify.annotations.NullMarked;

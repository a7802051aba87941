/** The double-entry ledger: what the provider owes us, what we owe the budget and payers. Entries are only ever added. */
@NullMarked
package okno.payment.ledger;

import org.jspecify.annotations.NullMarked;

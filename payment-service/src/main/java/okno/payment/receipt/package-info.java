/** Receipts of captured payments as PDF, in both languages. */
@NullMarked
package okno.payment.receipt;

import org.jspecify.annotations.NullMarked;

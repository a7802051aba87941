/** Receipts over REST. */
@NullMarked
package okno.payment.receipt.web;

import org.jspecify.annotations.NullMarked;

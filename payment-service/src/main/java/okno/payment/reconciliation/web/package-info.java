/** Reconciliation over REST. */
@NullMarked
package okno.payment.reconciliation.web;

import org.jspecify.annotations.NullMarked;

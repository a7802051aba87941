/**
 * Owns charges, payments, receipts and the ledger; never knows why something costs what the tariff says.
 *
 * <p>Start with {@link okno.payment.charge.CreateCharge}, {@link okno.payment.checkout.StartPayment} and
 * {@link okno.payment.checkout.ApplyProviderResult}.
 */
@NullMarked
package okno.payment;

import org.jspecify.annotations.NullMarked;

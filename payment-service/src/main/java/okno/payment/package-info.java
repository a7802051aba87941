/** Owns charges, payments, receipts and duty tariffs; never knows what the money is for beyond its tariff. */
@NullMarked
package okno.payment;

import org.jspecify.annotations.NullMarked;

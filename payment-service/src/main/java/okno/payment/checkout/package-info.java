/** Payments: from the person's wish to pay to money captured, whatever the network does in between. Start with StartPayment and ApplyProviderResult. */
@NullMarked
package okno.payment.checkout;

import org.jspecify.annotations.NullMarked;

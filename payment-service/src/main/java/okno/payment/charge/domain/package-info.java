/** A charge, its duty and the requisites of who receives it. */
@NullMarked
package okno.payment.charge.domain;

import org.jspecify.annotations.NullMarked;

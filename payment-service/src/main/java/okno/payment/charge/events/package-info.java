/** Contracts of topic okno.payment.charge.v1. */
@NullMarked
package okno.payment.charge.events;

import org.jspecify.annotations.NullMarked;

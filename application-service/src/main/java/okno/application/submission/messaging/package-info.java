/** Charges of payment-service take effect here. */
@NullMarked
package okno.application.submission.messaging;

import org.jspecify.annotations.NullMarked;

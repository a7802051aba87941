/**
 * {@code Idempotency-Key}: a call that is repeated with the same key takes effect once and is answered the same. Entry
 * point: {@link okno.platform.web.idempotency.IdempotencyFilter}.
 */
@NullMarked
package okno.platform.web.idempotency;

import org.jspecify.annotations.NullMarked;

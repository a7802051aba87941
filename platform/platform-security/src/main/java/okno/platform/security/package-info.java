/**
 * Who calls, for whom, and how strongly known: token, session and acting-token checks end in one
 * {@link okno.platform.core.Caller}; {@link okno.platform.security.ServiceClients} is the way out to the other services.
 * Start reading at {@code ResourceServer}.
 */
@NullMarked
package okno.platform.security;

import org.jspecify.annotations.NullMarked;

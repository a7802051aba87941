/**
 * Standard Webhooks signatures: {@link okno.webhook.signing.SigningSecret} as receivers know it,
 * {@link okno.webhook.signing.SigningKey} that signs, {@link okno.webhook.signing.SecretCipher} for rest.
 */
@NullMarked
package okno.webhook.signing;

import org.jspecify.annotations.NullMarked;

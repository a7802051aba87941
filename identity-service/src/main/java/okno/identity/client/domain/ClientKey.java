package okno.identity.client.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A public key of a client application.
 *
 * @param kid its id in the client's key set
 * @param thumbprint RFC 7638, SHA-256
 * @param algorithm PS256 or ES256; the same for all keys of a client, because Keycloak expects one
 * @param jwk the public key as JSON, nothing but its key
 * @param retiresAt when a replaced key is good no more; null: not replaced
 */
public record ClientKey(
        String kid,
        String thumbprint,
        String algorithm,
        String jwk,
        Instant addedAt,
        @Nullable Instant retiresAt) {}

package okno.identity.client.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.identity.client.domain.ClientApplication;
import okno.identity.client.domain.ClientKey;
import okno.identity.client.domain.ClientStatus;
import okno.identity.client.domain.QuotaPlan;
import okno.identity.client.domain.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A client application.
 *
 * @param clientId its name at the token endpoint
 * @param reason why it was refused or suspended
 * @param keys those that are good now, replaced ones with the time they retire
 */
record ClientResponse(
        UUID id,
        String clientId,
        String name,
        String purpose,
        @Nullable UUID orgId,
        @Nullable String agency,
        List<String> scopes,
        List<String> redirectUris,
        Quota quota,
        ClientStatus status,
        @Nullable String reason,
        List<Key> keys,
        Instant createdAt) {

    /** Requests a second and a day. */
    record Quota(QuotaPlan plan, long perSecond, long perDay) {}

    /** @param thumbprint RFC 7638, SHA-256 */
    record Key(
            String kid,
            String thumbprint,
            Instant addedAt,
            @Nullable Instant retiresAt) {}

    static ClientResponse from(ClientApplication client, List<ClientKey> keys) {
        QuotaPlan plan = client.plan();
        return new ClientResponse(
                client.id(),
                client.clientId(),
                client.name(),
                client.purpose(),
                client.orgId(),
                client.agency(),
                client.scopes().stream().map(Scope::word).sorted().toList(),
                client.redirectUris(),
                new Quota(plan, plan.perSecond(), plan.perDay()),
                client.status(),
                client.reason(),
                keys.stream()
                        .map(key -> new Key(key.kid(), key.thumbprint(), key.addedAt(), key.retiresAt()))
                        .toList(),
                client.createdAt());
    }
}

package okno.identity.client.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client application.
 *
 * @param clientId its name at the token endpoint; begins with {@code app-}, as nothing else in the realm does
 * @param orgId the company that owns it; null: registered by an administrator
 * @param agency code of the agency it works for; null mostly
 * @param requestedBy the person who asked for it
 * @param reason why it was refused or suspended; null otherwise
 * @param decidedBy the administrator who approved or refused it
 */
public record ClientApplication(
        UUID id,
        String clientId,
        @Nullable UUID orgId,
        @Nullable String agency,
        String requestedBy,
        String name,
        String purpose,
        Set<Scope> scopes,
        List<String> redirectUris,
        QuotaPlan plan,
        ClientStatus status,
        @Nullable String reason,
        @Nullable String decidedBy,
        Instant createdAt,
        long version) {

    private static final String PREFIX = "app-";

    public ClientApplication {
        scopes = Set.copyOf(scopes);
        redirectUris = List.copyOf(redirectUris);
    }

    /** What is asked for. */
    public record Wish(
            String name,
            String purpose,
            Set<Scope> scopes,
            List<String> redirectUris,
            QuotaPlan plan,
            @Nullable String agency) {}

    public static ClientApplication requested(UUID id, Owner owner, String by, Wish wish, Instant now) {
        return new ClientApplication(
                id,
                PREFIX + id,
                owner.orgId(),
                wish.agency(),
                by,
                wish.name(),
                wish.purpose(),
                wish.scopes(),
                wish.redirectUris(),
                wish.plan(),
                ClientStatus.REQUESTED,
                null,
                null,
                now,
                1);
    }

    /** An administrator's decision; four eyes. */
    public ClientApplication approved(String administrator, QuotaPlan granted) {
        requireOther(administrator);
        if (status != ClientStatus.REQUESTED) {
            throw ClientRefused.status(status);
        }
        return with(ClientStatus.APPROVED, null, administrator, granted);
    }

    public ClientApplication rejected(String administrator, String why) {
        requireOther(administrator);
        return with(ClientStatus.REJECTED, why, administrator, plan);
    }

    public ClientApplication suspended(String why) {
        return with(ClientStatus.SUSPENDED, why, decidedBy, plan);
    }

    /** Works again as soon as Keycloak knows. */
    public ClientApplication resumed() {
        if (status != ClientStatus.SUSPENDED) {
            throw ClientRefused.status(status);
        }
        return with(ClientStatus.APPROVED, null, decidedBy, plan);
    }

    public ClientApplication activated() {
        return with(ClientStatus.ACTIVE, null, decidedBy, plan);
    }

    public ClientApplication closed() {
        return with(ClientStatus.CLOSED, reason, decidedBy, plan);
    }

    /** The plan is the gateway's to keep; the state does not change. */
    public ClientApplication onPlan(QuotaPlan other) {
        if (!status.known()) {
            throw ClientRefused.status(status);
        }
        return changed(status, reason, decidedBy, other);
    }

    private void requireOther(String administrator) {
        if (administrator.equals(requestedBy)) {
            throw ClientRefused.ownRequest();
        }
    }

    private ClientApplication with(
            ClientStatus next, @Nullable String why, @Nullable String administrator, QuotaPlan granted) {
        if (!status.next().contains(next)) {
            throw ClientRefused.status(status);
        }
        return changed(next, why, administrator, granted);
    }

    private ClientApplication changed(
            ClientStatus next, @Nullable String why, @Nullable String administrator, QuotaPlan granted) {
        return new ClientApplication(
                id,
                clientId,
                orgId,
                agency,
                requestedBy,
                name,
                purpose,
                scopes,
                redirectUris,
                granted,
                next,
                why,
                administrator,
                createdAt,
                version + 1);
    }
}

package okno.identity.client.domain;

import java.util.EnumSet;
import java.util.Set;

/** States of a client application and which may follow which. */
public enum ClientStatus {
    /** Waits for an administrator's decision. */
    REQUESTED,
    /** Refused, with a reason. */
    REJECTED,
    /** Decided; Keycloak is being told, which takes a second. */
    APPROVED,
    /** Gets tokens. */
    ACTIVE,
    /** Gets none, and those it has are refused. */
    SUSPENDED,
    /** Gone for ever. */
    CLOSED;

    public Set<ClientStatus> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(APPROVED, REJECTED, CLOSED);
            case APPROVED -> EnumSet.of(ACTIVE, SUSPENDED, CLOSED);
            case ACTIVE -> EnumSet.of(SUSPENDED, CLOSED);
            case SUSPENDED -> EnumSet.of(APPROVED, CLOSED);
            case REJECTED, CLOSED -> EnumSet.noneOf(ClientStatus.class);
        };
    }

    /** Whether Keycloak lets it have tokens. */
    public boolean works() {
        return this == APPROVED || this == ACTIVE;
    }

    /** Whether Keycloak has heard of it, or soon will. */
    public boolean known() {
        return works() || this == SUSPENDED;
    }
}

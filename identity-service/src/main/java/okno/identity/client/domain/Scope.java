package okno.identity.client.domain;

import java.util.Arrays;
import java.util.Optional;

/** A part of the API that a client application may use; the gateway refuses the others. */
public enum Scope {
    IDENTITY("okno.identity"),
    APPLICATIONS("okno.applications"),
    REGISTRIES("okno.registries"),
    PAYMENTS("okno.payments"),
    ORGANISATIONS("okno.organisations"),
    NOTIFICATIONS("okno.notifications"),
    WEBHOOKS("okno.webhooks");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** As it stands in the token's claim {@code scope}. */
    public String word() {
        return word;
    }

    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}

package okno.identity.signature;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of notification-service's {@code POST /internal/one-time-codes}; to a phone or to an e-mail. */
public record CodeMessage(
        UUID personId,
        @Nullable String phone,
        @Nullable String email,
        String language,
        String code,
        String purpose,
        Instant expiresAt) {

    static CodeMessage toSign(UUID personId, String phone, String language, String code, Instant expiresAt) {
        return new CodeMessage(personId, phone, null, language, code, "SIGNATURE", expiresAt);
    }

    /** The code that proves who holds a new phone or e-mail; one of the two. */
    public static CodeMessage toContact(
            UUID personId,
            @Nullable String phone,
            @Nullable String email,
            String language,
            String code,
            Instant expiresAt) {
        return new CodeMessage(personId, phone, email, language, code, "CONTACT", expiresAt);
    }

    /** Never the code nor the address. */
    @Override
    public String toString() {
        return "CodeMessage[" + purpose + "]";
    }
}

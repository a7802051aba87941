package okno.identity.signature;

import java.time.Instant;
import java.util.UUID;

/** Body of notification-service's {@code POST /internal/one-time-codes}. */
record CodeMessage(UUID personId, String phone, String language, String code, String purpose, Instant expiresAt) {

    /** Never the code nor the phone. */
    @Override
    public String toString() {
        return "CodeMessage[" + purpose + "]";
    }
}

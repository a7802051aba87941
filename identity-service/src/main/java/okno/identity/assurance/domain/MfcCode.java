package okno.identity.assurance.domain;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import okno.identity.person.domain.Passport;
import okno.platform.core.number.Snils;

/**
 * A code that an officer has handed to somebody whose passport they have seen.
 *
 * @param snils whose it is, as the officer read it
 * @param passport as the officer read it
 * @param officerId who vouches
 */
public record MfcCode(
        UUID id,
        Snils snils,
        Passport passport,
        String officerId,
        int attemptsLeft,
        Instant createdAt,
        Instant expiresAt) {

    private static final RandomGenerator RANDOM = new SecureRandom();

    /** Eight digits. */
    public static String random() {
        return "%08d".formatted(RANDOM.nextInt(100_000_000));
    }

    public boolean usable(Instant now) {
        return attemptsLeft > 0 && now.isBefore(expiresAt);
    }

    /** Never what the passport says. */
    @Override
    public String toString() {
        return "MfcCode[" + id + "]";
    }
}

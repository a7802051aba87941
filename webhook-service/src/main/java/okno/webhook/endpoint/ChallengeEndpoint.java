package okno.webhook.endpoint;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import okno.webhook.Wakeup;
import okno.webhook.endpoint.persistence.Challenges;
import org.springframework.stereotype.Component;

/** Begins to ask an endpoint whether it wants our events: a random word that it has to send back. */
@Component
class ChallengeEndpoint {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Challenges challenges;
    private final Wakeup wakeup = new Wakeup();

    ChallengeEndpoint(Challenges challenges) {
        this.challenges = challenges;
    }

    /** Asks after the current transaction has committed. */
    void begin(UUID endpointId, Instant now) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        challenges.begin(endpointId, HexFormat.of().formatHex(random), now);
        wakeup.raiseAfterCommit();
    }

    Wakeup wakeup() {
        return wakeup;
    }
}

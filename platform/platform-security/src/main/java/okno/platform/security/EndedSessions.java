package okno.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;

/**
 * Sessions that were ended, rights that were withdrawn and clients that were suspended while tokens of them may still be
 * alive. Filled from events;
 * forgets what no living token can refer to any more.
 */
final class EndedSessions {

    private static final int MOST = 200_000;

    private final Cache<String, Instant> sessions;
    private final Cache<Right, Instant> rights;
    private final Cache<String, Instant> clients;
    private final Cache<String, Instant> powers;

    EndedSessions(Duration memory) {
        sessions =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(memory).build();
        clients =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(memory).build();
        powers =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(memory).build();
        rights =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(memory).build();
    }

    private record Right(String orgId, String personId) {}

    void end(String sessionId, Instant at) {
        sessions.put(sessionId, at);
    }

    void withdraw(String orgId, String personId, Instant at) {
        rights.put(new Right(orgId, personId), at);
    }

    /** Refuses all acting tokens of a power of attorney: one that ended never comes back. */
    void endPower(String powerOfAttorneyId, Instant at) {
        powers.put(powerOfAttorneyId, at);
    }

    boolean powerEnded(String powerOfAttorneyId) {
        return powers.getIfPresent(powerOfAttorneyId) != null;
    }

    /** Refuses all tokens of a client application until it is allowed again. */
    void suspend(String clientId, Instant at) {
        clients.put(clientId, at);
    }

    void allow(String clientId) {
        clients.invalidate(clientId);
    }

    boolean suspended(String clientId) {
        return clients.getIfPresent(clientId) != null;
    }

    boolean ended(String sessionId) {
        return sessions.getIfPresent(sessionId) != null;
    }

    /** Whether the person's right to act for the company was withdrawn after this moment. */
    boolean withdrawnSince(Instant issuedAt, String orgId, String personId) {
        Instant at = rights.getIfPresent(new Right(orgId, personId));
        return at != null && !at.isBefore(issuedAt);
    }
}

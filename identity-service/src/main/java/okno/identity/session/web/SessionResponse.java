package okno.identity.session.web;

import java.time.Instant;
import java.util.List;

/**
 * A log-in session.
 *
 * @param current whether this very call was made in it
 */
record SessionResponse(
        String id, boolean current, String address, Instant startedAt, Instant lastUsedAt, List<String> clients) {}

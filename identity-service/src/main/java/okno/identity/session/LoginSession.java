package okno.identity.session;

import java.time.Instant;
import java.util.List;

/**
 * One log-in.
 *
 * @param id claim {@code sid} of its tokens
 * @param address network address it began from
 * @param clients ids of the client applications that use it
 */
public record LoginSession(String id, String address, Instant startedAt, Instant lastUsedAt, List<String> clients) {

    public LoginSession {
        clients = List.copyOf(clients);
    }
}

package okno.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who calls the portal: a person, a person acting for a company, or an agency's machine. Tokens live five
 * minutes, so a new one is asked for in time.
 */
public final class Visitor {

    private static final Duration TOKEN_USE = Duration.ofMinutes(4);

    private final Portal portal;
    private final String name;
    private final Supplier<String> login;
    private final @Nullable Supplier<String> actingLogin;
    private String token = "";
    private Instant tokenGood = Instant.MIN;
    private String acting = "";
    private Instant actingGood = Instant.MIN;

    Visitor(Portal portal, String name, Supplier<String> login, @Nullable Supplier<String> actingLogin) {
        this.portal = portal;
        this.name = name;
        this.login = login;
        this.actingLogin = actingLogin;
    }

    /** The same person acting for a company. */
    public Visitor actingFor(String company, Supplier<String> actingToken) {
        return new Visitor(portal, name + " for " + company, this::token, actingToken);
    }

    public String name() {
        return name;
    }

    public Request get(String path) {
        return request("GET", path);
    }

    public Request post(String path) {
        return request("POST", path);
    }

    public Request patch(String path) {
        return request("PATCH", path);
    }

    public Request put(String path) {
        return request("PUT", path);
    }

    public Request delete(String path) {
        return request("DELETE", path);
    }

    /** The bearer token in use now. */
    public synchronized String token() {
        if (Instant.now().isAfter(tokenGood)) {
            token = login.get();
            tokenGood = Instant.now().plus(TOKEN_USE);
        }
        return token;
    }

    private Request request(String method, String path) {
        Request request = new Request(portal, name, method, path);
        String bearer = token();
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        String companyToken = actingToken();
        return companyToken.isEmpty() ? request : request.header("Okno-Acting", companyToken);
    }

    private synchronized String actingToken() {
        if (actingLogin != null && Instant.now().isAfter(actingGood)) {
            acting = actingLogin.get();
            actingGood = Instant.now().plus(TOKEN_USE);
        }
        return acting;
    }
}

package okno.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import okno.platform.test.TestToken;

/** Where a page logs people in, without a form: the code flow with PKCE as RFC 7636 has it. */
public final class LoginServer {

    /** One for all tests, as there is one realm. */
    public static final LoginServer SHARED = new LoginServer();

    /** Whom the ID token names; the access token names nobody. */
    public static final String NAME = "Игорь Власов";

    private static final String OPENID = "/protocol/openid-connect/";

    private final HttpServer server;
    private final Map<String, String> challenges = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile TestToken person;

    private LoginServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(OPENID + "auth", this::authorise);
        server.createContext(OPENID + "token", this::token);
        server.start();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Who comes back from the next log-in. */
    public void person(TestToken token) {
        person = token;
    }

    /** Everything that was asked so far, address and body. */
    public List<String> requests() {
        return requests;
    }

    private void authorise(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().toString());
        Map<String, String> wish = form(exchange.getRequestURI().getRawQuery());
        if (!"S256".equals(wish.get("code_challenge_method")) || !"code".equals(wish.get("response_type"))) {
            answer(exchange, 400, "{}");
            return;
        }
        String code = UUID.randomUUID().toString();
        challenges.put(code, wish.get("code_challenge"));
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        wish.get("redirect_uri") + "?code=" + code + "&state="
                                + URLEncoder.encode(wish.get("state"), UTF_8));
        answer(exchange, 302, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        requests.add(body);
        Map<String, String> wish = form(body);
        String challenge = challenges.remove(wish.getOrDefault("code", ""));
        if (challenge == null || !challenge.equals(s256(wish.getOrDefault("code_verifier", "")))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(exchange, 200, """
                {"access_token":"%s","id_token":"%s","refresh_token":"none","token_type":"Bearer","expires_in":300}""".formatted(
                        person.token(), person.typ("ID").claim("name", NAME).token()));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static Map<String, String> form(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], UTF_8), pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static String s256(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

package okno.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gets real tokens from Keycloak the way real clients do: people by code flow with PKCE through the login form, machines
 * by {@code private_key_jwt}.
 */
public final class Logins {

    private static final String WEB = "okno-web";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String realm;
    private final String callback;
    private final Secrets secrets;
    private final JsonMapper json = new JsonMapper();

    public Logins(URI keycloak, URI gateway, Secrets secrets) {
        this.realm = keycloak + "/realms/okno";
        this.callback = gateway + "/callback";
        this.secrets = secrets;
    }

    public Logins(Ports ports, Secrets secrets) {
        this(ports.url(Port.KEYCLOAK), ports.url(Port.GATEWAY), secrets);
    }

    /** Logins against a running stack. */
    public static Logins of(Stack stack) {
        return new Logins(stack.ports(), stack.secrets());
    }

    /** What the token endpoint gave; lifetimes in seconds. */
    public record Tokens(
            String accessToken,
            @Nullable String refreshToken,
            @Nullable String idToken,
            String type) {}

    /** Keycloak said no: its HTTP status and error code, or what its page says. */
    public static final class LoginRefused extends RuntimeException {
        private final int status;

        LoginRefused(int status, String reason) {
            super(reason);
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** The password of every demo user. */
    public String password() {
        return secrets.demoPassword();
    }

    /** A fresh access token of a demo user, bearer. */
    public String accessToken(String user) {
        return login(user).accessToken();
    }

    /** A log-in with a password of one's own. */
    public Tokens login(String user, String password) {
        return login(user, password, null);
    }

    public Tokens login(String user) {
        return login(user, secrets.demoPassword(), null);
    }

    /** Tokens bound to the key of the proofs. */
    public Tokens login(String user, DpopKey key) {
        return login(user, secrets.demoPassword(), key);
    }

    /**
     * The whole code flow with PKCE: the password, then the passkey of the demo user; throws {@link LoginRefused} when a
     * form is shown again.
     */
    public Tokens login(String user, String password, @Nullable DpopKey key) {
        Attempt attempt = begin("");
        answer(attempt, user, password);
        return finish(attempt, key);
    }

    /** Answers the page that asks for a password, and the one after it. */
    void answer(Attempt attempt, String user, String password) {
        answer(attempt.form(), user, password);
    }

    private void answer(LoginForm form, String user, String password) {
        form.submit(Map.of("username", user, "password", password));
        answerWithPasskey(form, user);
    }

    /**
     * A log-in by the passkey made for this user, without any password.
     *
     * @param id of the account, which a passkey knows
     */
    public Tokens loginWithPasskey(String user, String id) {
        Attempt attempt = begin("");
        LoginForm form = attempt.form();
        Map<String, String> answer = new LinkedHashMap<>(
                secrets.passkey(user).answer(form.origin(), form.challenge().orElseThrow()));
        answer.put("userHandle", BASE64.encodeToString(id.getBytes(StandardCharsets.UTF_8)));
        form.submit("webauth", answer);
        return finish(attempt, null);
    }

    /** A log-in by certificate; {@code signer} makes a detached CMS over the text, Base64. */
    public Tokens loginWithCertificate(UnaryOperator<String> signer) {
        Attempt attempt = begin("");
        attempt.form().otherWay("Сертификат");
        attempt.form().submit(Map.of("signature", signer.apply(attempt.form().textToSign())));
        return finish(attempt, null);
    }

    /** Shows the passkey made for this user, where the page asks for one. */
    void answerWithPasskey(LoginForm form, String user) {
        if (form.shown().filter("webauth"::equals).isPresent()) {
            form.challenge()
                    .ifPresent(challenge -> form.submit(secrets.passkey(user).answer(form.origin(), challenge)));
        }
    }

    /**
     * Logs in somebody who has no other second factor than a phone.
     *
     * @param code the code that a person reads from the SMS
     */
    public Tokens loginWithCode(String user, String password, Supplier<String> code) {
        Attempt attempt = begin("");
        attempt.form().submit(Map.of("username", user, "password", password));
        attempt.form().submit(Map.of("code", code.get()));
        return finish(attempt, null);
    }

    /**
     * Logs a person in at somebody else's client and says yes to what it asks for.
     *
     * @param page where the client sent the person
     * @param callback the client's own address
     * @return the address that the person is sent back to
     */
    public URI authorize(URI page, String callback, String user, String password) {
        LoginForm form = LoginForm.open(page, callback);
        answer(form, user, password);
        form.consent();
        return form.calledBack();
    }

    /**
     * Follows the link in the letter that a registration brings: types the code from the SMS and chooses a password.
     *
     * @param code the code that a person reads from the SMS
     */
    public void confirmAccount(URI letter, Supplier<String> code, String password) {
        LoginForm form = LoginForm.open(letter, callback);
        form.proceed();
        form.submit(Map.of("code", code.get()));
        form.submit(Map.of("password-new", password, "password-confirm", password));
        form.shown().ifPresent(still -> {
            throw new LoginRefused(200, form.fault().orElse("The form " + still + " is shown"));
        });
    }

    /** A log-in that is under way: the form that is shown, and what proves that the code is ours. */
    record Attempt(LoginForm form, String state, String verifier) {}

    /** Opens the login page of a level, of any level when it is empty. */
    Attempt begin(String acr) {
        return begin(acr.isEmpty() ? Map.of() : Map.of("acr_values", acr));
    }

    /** Opens the login page with further parameters. */
    Attempt begin(Map<String, String> more) {
        return begin(more, page -> LoginForm.open(page, callback));
    }

    /** Asks again in the browser of a log-in that is done. */
    Attempt again(Attempt done, Map<String, String> more) {
        return begin(more, done.form()::then);
    }

    private Attempt begin(Map<String, String> more, Function<URI, LoginForm> browser) {
        String verifier = Pkce.random();
        String state = Pkce.random();
        Map<String, String> request = new LinkedHashMap<>(more);
        request.put("client_id", WEB);
        request.put("response_type", "code");
        request.put("scope", "openid");
        request.put("redirect_uri", callback);
        request.put("state", state);
        request.put("code_challenge", Pkce.sha256(verifier));
        request.put("code_challenge_method", "S256");
        URI page = URI.create(realm + "/protocol/openid-connect/auth?" + Forms.encode(request));
        return new Attempt(browser.apply(page), state, verifier);
    }

    /** Takes the tokens of a log-in whose last form was accepted. */
    Tokens finish(Attempt attempt, @Nullable DpopKey key) {
        Map<String, String> answer = attempt.form().answer();
        if (!attempt.state().equals(answer.get("state"))) {
            throw new IllegalStateException("Keycloak answered with another state");
        }
        Map<String, String> exchange = new LinkedHashMap<>();
        exchange.put("grant_type", "authorization_code");
        exchange.put("client_id", WEB);
        exchange.put("redirect_uri", callback);
        exchange.put("code", String.valueOf(answer.get("code")));
        exchange.put("code_verifier", attempt.verifier());
        return tokens(exchange, key);
    }

    public Tokens refresh(String refreshToken, @Nullable DpopKey key) {
        return tokens(Map.of("grant_type", "refresh_token", "client_id", WEB, "refresh_token", refreshToken), key);
    }

    /** Ends the session of these tokens. */
    public void logout(Tokens tokens) {
        Forms.post(
                URI.create(realm + "/protocol/openid-connect/logout"),
                Map.of("client_id", WEB, "refresh_token", String.valueOf(tokens.refreshToken())));
    }

    /** An access token of a machine by its key in the stack's secrets, for example {@code agency-fns}. */
    public String clientToken(String client) {
        return clientToken(client, null);
    }

    public String clientToken(String client, @Nullable DpopKey key) {
        return tokens(
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                client,
                                "client_assertion_type",
                                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                                "client_assertion",
                                ClientAssertion.of(client, secrets.signingKey(client), realm)),
                        key)
                .accessToken();
    }

    private Tokens tokens(Map<String, String> form, @Nullable DpopKey key) {
        URI endpoint = URI.create(realm + "/protocol/openid-connect/token");
        HttpRequest.Builder request = Forms.request(endpoint, form);
        if (key != null) {
            request.header("DPoP", key.proof("POST", endpoint, null));
        }
        try {
            var answer = Forms.send(request.build());
            JsonNode body = json.readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw new LoginRefused(answer.statusCode(), body.toString());
            }
            return new Tokens(
                    body.get("access_token").asString(),
                    textOrNull(body, "refresh_token"),
                    textOrNull(body, "id_token"),
                    body.get("token_type").asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String textOrNull(JsonNode body, String field) {
        return body.hasNonNull(field) ? body.get(field).asString() : null;
    }
}

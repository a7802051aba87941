package okno.local.infra;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okno.local.machine.Layout;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;
import okno.local.process.ProgramFailed;
import tools.jackson.databind.json.JsonMapper;

/**
 * The realm {@code okno}: read from identity-service's file, its placeholders filled with this stack's addresses, keys
 * and demo password, created through the admin API and brought up to date at every start: ports may be others now, and
 * the file is. The import at Keycloak's start would read one directory that all stacks share, and leave a realm that
 * exists as it is.
 */
public final class Realm {

    static final String MASTER_ADMIN = "okno-master";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(OKNO_[A-Z0-9_]+)}");
    private static final String KEYS_OF = "OKNO_JWKS_";
    private static final String PASSKEY_OF = "OKNO_PASSKEY_";

    private final Layout layout;
    private final Ports ports;
    private final Secrets secrets;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    public Realm(Layout layout, Ports ports, Secrets secrets) {
        this.layout = layout;
        this.ports = ports;
        this.secrets = secrets;
    }

    /** Lets the realm be what the file says. */
    void bring() throws IOException, InterruptedException {
        String definition = definition();
        String token = masterToken();
        HttpRequest look = HttpRequest.newBuilder(at("/realms/okno")).build();
        if (http.send(look, BodyHandlers.discarding()).statusCode() != 200) {
            send(token, "POST", "/admin/realms", definition);
        }
        send(token, "PUT", "/admin/realms/okno/okno-definition", definition);
    }

    private void send(String token, String method, String path, String definition)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(definition))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new ProgramFailed("Keycloak refuses the realm: %d %s".formatted(answer.statusCode(), answer.body()));
        }
    }

    private String masterToken() throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=admin-cli&username=%s&password=%s"
                .formatted(
                        MASTER_ADMIN,
                        URLEncoder.encode(secrets.password("keycloak-admin-password"), StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(at("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new ProgramFailed(
                    "Keycloak does not know its first administrator: was .okno/secrets deleted but the data kept?");
        }
        return json.readTree(answer.body()).get("access_token").asString();
    }

    /** The realm file with every placeholder filled. */
    public String definition() throws IOException {
        Path file = layout.repository().resolve("identity-service/src/main/keycloak/okno-realm.json");
        Map<String, String> values = Map.of(
                "OKNO_PUBLIC_URL", ports.url(Port.GATEWAY).toString(),
                "OKNO_DEMO_PASSWORD", secrets.demoPassword(),
                "OKNO_SMTP_HOST", "localhost",
                "OKNO_SMTP_PORT", Integer.toString(ports.of(Port.SMTP)));
        Matcher matcher = PLACEHOLDER.matcher(Files.readString(file));
        return matcher.replaceAll(match -> Matcher.quoteReplacement(escaped(value(match.group(1), values))));
    }

    private String value(String name, Map<String, String> values) {
        if (name.startsWith(KEYS_OF)) {
            String client =
                    name.substring(KEYS_OF.length()).toLowerCase(Locale.ROOT).replace('_', '-');
            return new JWKSet(secrets.signingKey(client).toPublicJWK()).toString();
        }
        if (name.startsWith(PASSKEY_OF)) {
            return secrets.passkey(name.substring(PASSKEY_OF.length()).toLowerCase(Locale.ROOT))
                    .credentialData();
        }
        String value = values.get(name);
        if (value == null) {
            throw new ProgramFailed("okno-realm.json asks for ${%s}, which nobody provides".formatted(name));
        }
        return value;
    }

    /** As it must look inside a JSON string. */
    private String escaped(String value) {
        String quoted = json.writeValueAsString(value);
        return quoted.substring(1, quoted.length() - 1);
    }

    private URI at(String path) {
        return URI.create(ports.url(Port.KEYCLOAK) + path);
    }
}

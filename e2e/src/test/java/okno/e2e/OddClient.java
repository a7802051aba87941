package okno.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import okno.local.machine.Port;
import tools.jackson.databind.json.JsonMapper;

/** A machine client that Keycloak's administrator makes for one test: its tokens are genuine and yet not for us. */
final class OddClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI keycloak = RunningOkno.ports().url(Port.KEYCLOAK);
    private final String name = "odd-" + UUID.randomUUID();
    private final String secret = UUID.randomUUID().toString();
    private final URI self;

    /**
     * Makes the client.
     *
     * @param scopes its client scopes; {@code okno} brings the audience of our services
     * @param attributes of the client, as Keycloak names them
     */
    OddClient(List<String> scopes, Map<String, String> attributes) throws IOException, InterruptedException {
        String client = JSON.writeValueAsString(Map.of(
                "clientId", name,
                "secret", secret,
                "publicClient", false,
                "serviceAccountsEnabled", true,
                "standardFlowEnabled", false,
                "defaultClientScopes", scopes,
                "attributes", attributes));
        HttpResponse<String> made = send(HttpRequest.newBuilder(keycloak.resolve("/admin/realms/okno/clients"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + administrator())
                .POST(BodyPublishers.ofString(client)));
        self = URI.create(made.headers().firstValue("Location").orElseThrow(() -> new IOException(made.body())));
    }

    String accessToken() throws IOException, InterruptedException {
        return token("okno", Map.of("grant_type", "client_credentials", "client_id", name, "client_secret", secret));
    }

    /** The same by another way to Keycloak. */
    String accessToken(HttpClient through, URI door) throws IOException, InterruptedException {
        return JSON.readTree(askForToken(through, door).body())
                .get("access_token")
                .asString();
    }

    HttpResponse<String> askForToken(HttpClient through, URI door) throws IOException, InterruptedException {
        var form = Map.of("grant_type", "client_credentials", "client_id", name, "client_secret", secret);
        return through.send(request(door, "okno", form).build(), BodyHandlers.ofString());
    }

    private String administrator() throws IOException, InterruptedException {
        return token(
                "master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        "okno-master",
                        "password",
                        RunningOkno.secrets().password("keycloak-admin-password")));
    }

    private String token(String realm, Map<String, String> form) throws IOException, InterruptedException {
        return JSON.readTree(send(request(keycloak, realm, form)).body())
                .get("access_token")
                .asString();
    }

    private static HttpRequest.Builder request(URI door, String realm, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(door.resolve("/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(self)
                .header("Authorization", "Bearer " + administrator())
                .DELETE());
        http.close();
    }
}

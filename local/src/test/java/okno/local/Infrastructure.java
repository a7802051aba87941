package okno.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import okno.local.machine.Port;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** PostgreSQL, Kafka and Keycloak for all tests of this JVM, with an SMS provider that keeps what it is given. */
final class Infrastructure {

    static final String AUDIT = "okno.platform.audit.v1";
    static final String ACCOUNTS = "okno.identity.account.v1";
    static final String SESSIONS = "okno.identity.session.v1";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Infrastructure RUNNING = new Infrastructure();

    final Stack stack;
    final Logins logins;

    private final List<Sms> sent = new CopyOnWriteArrayList<>();
    private volatile int smsStatus = 202;

    record Sms(String to, String text) {

        String code() {
            return text.replaceAll("(?s).*?(\\d{6}).*", "$1");
        }
    }

    /** Started by the first who asks; stops with the JVM. */
    static Infrastructure running() {
        return RUNNING;
    }

    private Infrastructure() {
        stack = Stack.start(
                StackOptions.forTests(Path.of("target/infrastructure")).infrastructureOnly());
        logins = Logins.of(stack);
        listenForSms();
        createTopics();
    }

    private void listenForSms() {
        try {
            HttpServer provider = HttpServer.create(
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), stack.ports().of(Port.SANDBOX)),
                    0);
            provider.createContext("/sms/v1/messages", exchange -> {
                JsonNode sms =
                        JSON.readTree(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                if (smsStatus == 202) {
                    sent.add(new Sms(sms.get("to").asString(), sms.get("text").asString()));
                }
                exchange.sendResponseHeaders(smsStatus, -1);
                exchange.close();
            });
            provider.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createTopics() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka()))) {
            admin.createTopics(List.of(
                            new NewTopic(AUDIT, 1, (short) 1),
                            new NewTopic(SESSIONS, 1, (short) 1),
                            new NewTopic(ACCOUNTS, 1, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String kafka() {
        return "localhost:" + stack.ports().of(Port.KAFKA);
    }

    /** What the SMS provider answers from now on. */
    void smsProviderAnswers(int status) {
        smsStatus = status;
    }

    List<Sms> smsTo(String phone) {
        return sent.stream().filter(sms -> sms.to().equals(phone)).toList();
    }

    JsonNode admin(String path) {
        return JSON.readTree(admin("GET", path, null).body());
    }

    /** Calls the administration API of the realm as the first administrator. */
    HttpResponse<String> admin(String method, String path, Object body) {
        URI keycloak = stack.ports().url(Port.KEYCLOAK);
        JsonNode token = JSON.readTree(Forms.post(
                        URI.create(keycloak + "/realms/master/protocol/openid-connect/token"),
                        Map.of(
                                "grant_type", "password",
                                "client_id", "admin-cli",
                                "username", "okno-master",
                                "password", stack.secrets().password("keycloak-admin-password")))
                .body());
        HttpRequest request = HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/okno" + path))
                .header("Authorization", "Bearer " + token.get("access_token").asString())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            return Forms.send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Keycloak has counted against an account. */
    JsonNode lockout(String id) {
        return admin("/attack-detection/brute-force/users/" + id);
    }

    /** A passkey made for this name, as a credential of the administration API. */
    Map<String, Object> passkey(String name) {
        return Map.of(
                "type",
                "webauthn-passwordless",
                "credentialData",
                stack.secrets().passkey(name).credentialData(),
                "secretData",
                "{}");
    }

    /** A new account with this password, and with further credentials; returns its id. */
    @SafeVarargs
    final String account(
            String name, String password, Map<String, String> attributes, Map<String, Object>... credentials) {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(Map.of("type", "password", "value", password, "temporary", false));
        all.addAll(List.of(credentials));
        HttpResponse<String> created = admin(
                "POST",
                "/users",
                Map.of(
                        "username",
                        name,
                        "email",
                        name + "@okno.example",
                        "emailVerified",
                        true,
                        "firstName",
                        "Test",
                        "lastName",
                        "Test",
                        "enabled",
                        true,
                        "attributes",
                        attributes,
                        "credentials",
                        all));
        return Optional.of(created)
                .filter(answer -> answer.statusCode() == 201)
                .flatMap(answer -> answer.headers().firstValue("Location"))
                .map(location -> location.substring(location.lastIndexOf('/') + 1))
                .orElseThrow(() -> new IllegalStateException(created.statusCode() + " " + created.body()));
    }
}

package okno.local.service;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import okno.local.infra.KafkaBroker;
import okno.local.infra.Keycloak;
import okno.local.infra.Postgres;
import okno.local.machine.Layout;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;
import okno.local.sandbox.Sandbox;
import okno.local.service.Services.Service;

/** The environment variables by which a service learns its addresses, files and secrets; each gets only its own. */
public final class ServiceEnvironment {

    /** The demo user {@code admin}. */
    private static final String DEMO_ADMINISTRATOR = "0198c0de-0000-7000-8000-000000000005";

    private final Layout layout;
    private final Ports ports;
    private final Secrets secrets;
    private final Postgres postgres;
    private final KafkaBroker kafka;
    private final Map<String, String> more;

    /** {@code more} is given to every service, and stands against what this would say otherwise. */
    public ServiceEnvironment(
            Layout layout,
            Ports ports,
            Secrets secrets,
            Postgres postgres,
            KafkaBroker kafka,
            Map<String, String> more) {
        this.layout = layout;
        this.ports = ports;
        this.secrets = secrets;
        this.postgres = postgres;
        this.kafka = kafka;
        this.more = Map.copyOf(more);
    }

    public Map<String, String> of(Service service) {
        Map<String, String> all = new LinkedHashMap<>(addresses());
        all.put("OKNO_PORT", Integer.toString(ports.of(service.port())));
        all.put("OKNO_MANAGEMENT_PORT", Integer.toString(ports.of(service.port().management())));
        all.put("OKNO_CLIENT_KEY_FILE", secrets.signingKeyFile(service.name()).toString());
        all.put("SPRING_PROFILES_ACTIVE", "demo");
        String database = service.database();
        if (database != null) {
            all.put("OKNO_DB_URL", postgres.url(database));
            all.put("OKNO_DB_USER", database);
            all.put("OKNO_DB_PASSWORD", postgres.password(database));
            all.put(
                    "OKNO_DATA_KEYSET_FILE",
                    secrets.dataKeysetFile(service.name()).toString());
            all.put(
                    "OKNO_DOCUMENTS_DIR",
                    layout.ensure(layout.home().resolve("documents").resolve(service.name()))
                            .toString());
        }
        all.putAll(own(service.name()));
        all.putAll(more);
        return all;
    }

    private Map<String, String> addresses() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("OKNO_KAFKA", kafka.bootstrap());
        all.put("OKNO_ISSUER", ports.url(Port.KEYCLOAK) + "/realms/okno");
        all.put("OKNO_PUBLIC_URL", ports.url(Port.GATEWAY).toString());
        for (Service other : Services.all()) {
            all.put(
                    "OKNO_%s_URL".formatted(other.port()),
                    ports.url(other.port()).toString());
        }
        return all;
    }

    private Map<String, String> own(String service) {
        String sandbox = ports.url(Port.SANDBOX).toString();
        return switch (service) {
            case "gateway" -> Map.of("OKNO_CERTIFICATE_PROXIES", Keycloak.PROXY);
            case "identity-service" -> identity(sandbox);
            case "registry-service" ->
                Map.of("OKNO_CIVIL_URL", sandbox, "OKNO_CIVIL_KEY", secrets.password(Sandbox.CIVIL_KEY));
            // There is no scanner on this machine; the test file must be found all the same.
            case "application-service" -> Map.of("OKNO_SCANNER", "EICAR");
            case "payment-service" ->
                Map.of(
                        "OKNO_PROVIDER_URL", sandbox,
                        "OKNO_PROVIDER_KEY", secrets.password(Sandbox.PROVIDER_KEY),
                        "OKNO_PROVIDER_CALLBACK_SECRET", secrets.webhookSecret(Sandbox.CALLBACK_SECRET));
            case "org-service" ->
                Map.of("OKNO_ACTING_KEY_FILE", secrets.signingKeyFile("acting").toString());
            case "notification-service" ->
                Map.of(
                        "OKNO_ADMINISTRATORS",
                        DEMO_ADMINISTRATOR,
                        "OKNO_SMTP_HOST",
                        "localhost",
                        "OKNO_SMTP_PORT",
                        Integer.toString(ports.of(Port.SMTP)),
                        "OKNO_SMS_URL",
                        sandbox,
                        "OKNO_VAPID_KEY_FILE",
                        secrets.signingKeyFile("vapid").toString());
            // Agencies of the sandbox listen on plain http on this machine.
            case "webhook-service" -> Map.of("OKNO_WEBHOOK_ALLOW_INSECURE", "true");
            default -> Map.of();
        };
    }

    private Map<String, String> identity(String sandbox) {
        String verifierKey = secrets.password(Sandbox.VERIFIER_KEY);
        return Map.ofEntries(
                entry("OKNO_KEYCLOAK_URL", ports.url(Port.KEYCLOAK).toString()),
                entry(
                        "OKNO_HASH_KEY_FILE",
                        secrets.randomKeyFile("identity-hash-key").toString()),
                entry("OKNO_AUDIT_KEY_FILE", secrets.signingKeyFile("audit").toString()),
                entry("OKNO_CA_KEY_STORE", secrets.authorityKeys().toString()),
                entry(
                        "OKNO_CA_PASSWORD_FILE",
                        secrets.passwordFile("ca-password").toString()),
                entry("OKNO_BANK_URL", sandbox + "/bank"),
                entry("OKNO_BANK_KEY", verifierKey),
                entry(
                        "OKNO_BANK_KEYS_FILE",
                        secrets.publicKeyFile("verifier-bank").toString()),
                entry("OKNO_VIDEO_URL", sandbox + "/video"),
                entry("OKNO_VIDEO_KEY", verifierKey),
                entry(
                        "OKNO_VIDEO_KEYS_FILE",
                        secrets.publicKeyFile("verifier-video").toString()));
    }
}

package okno.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import okno.local.machine.Port;
import okno.local.process.Program;

/** The real identity-service with secrets of its own. */
final class IdentityProcess {

    static final String DATABASE = "okno_identity";

    private IdentityProcess() {}

    static Program start(EventStack stack, Issuer issuer, Map<String, String> more)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>();
        environment.put("OKNO_PORT", Integer.toString(stack.ports.of(Port.IDENTITY)));
        environment.put("OKNO_MANAGEMENT_PORT", Integer.toString(stack.ports.of(Port.IDENTITY_MANAGEMENT)));
        environment.put("OKNO_DB_URL", stack.database.url(DATABASE));
        environment.put("OKNO_DB_USER", DATABASE);
        environment.put("OKNO_DB_PASSWORD", stack.database.password(DATABASE));
        environment.put("OKNO_KAFKA", stack.bootstrap);
        environment.put("OKNO_ISSUER", issuer.url());
        environment.put(
                "OKNO_DATA_KEYSET_FILE",
                stack.secrets.dataKeysetFile("identity-service").toString());
        environment.put(
                "OKNO_HASH_KEY_FILE",
                stack.secrets.randomKeyFile("identity-hash-key").toString());
        environment.put(
                "OKNO_AUDIT_KEY_FILE", stack.secrets.signingKeyFile("audit").toString());
        environment.put(
                "OKNO_DOCUMENTS_DIR",
                stack.layout
                        .ensure(stack.layout.home().resolve("documents").resolve("identity-service"))
                        .toString());
        environment.put("OKNO_CA_KEY_STORE", stack.secrets.authorityKeys().toString());
        environment.put(
                "OKNO_CA_PASSWORD_FILE",
                stack.secrets.passwordFile("ca-password").toString());
        environment.put(
                "OKNO_CLIENT_KEY_FILE",
                stack.secrets.signingKeyFile("identity-service").toString());
        environment.putAll(more);
        return ServiceProcess.start(
                stack.layout, "identity-service", stack.ports.of(Port.IDENTITY_MANAGEMENT), environment);
    }
}

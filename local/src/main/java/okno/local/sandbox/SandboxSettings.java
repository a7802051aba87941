package okno.local.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the sandbox listens and what it shares with Okno.
 *
 * @param publicUrl of Okno's gateway
 * @param providerKey bearer key that the payment provider expects
 * @param callbackSecret {@code whsec_...} by which the provider signs its callbacks
 * @param civilKey bearer key that the registers of persons and passports expect
 * @param verifierKey bearer key that the bank and the provider of video identification expect
 * @param secrets the stack's secrets, for the agency's key
 */
record SandboxSettings(
        int port,
        int smtpPort,
        URI publicUrl,
        URI keycloak,
        String providerKey,
        String callbackSecret,
        String civilKey,
        String verifierKey,
        Path secrets) {

    static SandboxSettings from(Map<String, String> environment) {
        return new SandboxSettings(
                Integer.parseInt(required(environment, "OKNO_PORT")),
                Integer.parseInt(required(environment, "OKNO_SMTP_PORT")),
                URI.create(required(environment, "OKNO_PUBLIC_URL")),
                URI.create(required(environment, "OKNO_KEYCLOAK_URL")),
                required(environment, "OKNO_PROVIDER_KEY"),
                required(environment, "OKNO_PROVIDER_CALLBACK_SECRET"),
                required(environment, "OKNO_CIVIL_KEY"),
                required(environment, "OKNO_VERIFIER_KEY"),
                Path.of(required(environment, "OKNO_SECRETS_DIR")));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }
}

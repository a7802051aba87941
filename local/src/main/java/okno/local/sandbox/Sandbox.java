package okno.local.sandbox;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import okno.local.Logins;
import okno.local.machine.Secrets;

/** The program that plays everything outside of Okno. */
public final class Sandbox implements AutoCloseable {

    /** Name of the bearer key of the payment provider among the secrets. */
    public static final String PROVIDER_KEY = "provider-key";

    /** Name of the secret of the provider's callbacks among the secrets. */
    public static final String CALLBACK_SECRET = "provider-callback-secret";

    private final Routes routes;
    private final MailServer mail;
    private final Callbacks callbacks;

    Sandbox(SandboxSettings settings) throws IOException, EmptyWebhookSecretException {
        Messages messages = new Messages();
        mail = new MailServer(settings.smtpPort(), messages);
        callbacks = new Callbacks(settings.callbackSecret());
        routes = new Routes(settings.port());
        new SmsGateway(messages).routes(routes);
        new PaymentProvider(settings, callbacks).routes(routes);
        Logins logins = new Logins(settings.keycloak(), settings.publicUrl(), new Secrets(settings.secrets()));
        new Agency(new AgencyClerk(settings.publicUrl(), () -> logins.clientToken("agency-fns"))).routes(routes);
        new SandboxPage(messages).routes(routes);
        routes.on("GET", "/health", call -> Reply.json(200, Map.of("status", "UP")));
        routes.start();
    }

    public static void main(String[] arguments) throws Exception {
        Sandbox sandbox = new Sandbox(SandboxSettings.from(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        new CountDownLatch(1).await();
    }

    @Override
    public void close() {
        routes.close();
        callbacks.close();
        mail.close();
    }
}

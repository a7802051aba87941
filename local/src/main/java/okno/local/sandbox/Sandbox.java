package okno.local.sandbox;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import java.util.concurrent.CountDownLatch;
import okno.local.Logins;
import okno.local.machine.Secrets;

/** The program that plays everything outside of Okno: WireMock with the mappings of {@code sandbox/mappings}. */
public final class Sandbox implements AutoCloseable {

    /** Name of the bearer key of the payment provider among the secrets. */
    public static final String PROVIDER_KEY = "provider-key";

    /** Name of the secret of the provider's callbacks among the secrets. */
    public static final String CALLBACK_SECRET = "provider-callback-secret";

    /** Name of the bearer key of the registers of persons and passports among the secrets. */
    public static final String CIVIL_KEY = "civil-key";

    /** Name of the bearer key of the bank and the provider of video identification among the secrets. */
    public static final String VERIFIER_KEY = "verifier-key";

    /** Enough to see what was asked for, as {@code GET /__admin/requests} shows it. */
    private static final int REQUESTS_KEPT = 500;

    private final WireMockServer server;
    private final MailServer mail;
    private final Callbacks callbacks;

    Sandbox(SandboxSettings settings) throws EmptyWebhookSecretException {
        Messages messages = new Messages();
        mail = new MailServer(settings.smtpPort(), messages);
        callbacks = new Callbacks(settings.callbackSecret());
        Answers answers = new Answers();
        new SmsGateway(messages).addTo(answers);
        new PaymentProvider(settings, callbacks).addTo(answers);
        new CivilRegisters(settings).addTo(answers);
        new Verifiers(settings, callbacks).addTo(answers);
        Logins logins = new Logins(settings.keycloak(), settings.publicUrl(), new Secrets(settings.secrets()));
        new Agency(new AgencyClerk(settings.publicUrl(), () -> logins.clientToken("agency-fns"))).addTo(answers);
        new SandboxPage(messages).addTo(answers);
        server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .port(settings.port())
                .usingFilesUnderClasspath("sandbox")
                .extensions(answers)
                .maxRequestJournalEntries(REQUESTS_KEPT));
        server.start();
    }

    public static void main(String[] arguments) throws Exception {
        Sandbox sandbox = new Sandbox(SandboxSettings.from(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        new CountDownLatch(1).await();
    }

    @Override
    public void close() {
        server.stop();
        callbacks.close();
        mail.close();
    }
}

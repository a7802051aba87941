package okno.local.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import okno.local.machine.Layout;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;
import okno.local.process.Probe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code okno demo}: plays the main journey against the running stack and tells it step by step. */
@Command(name = "demo", description = "Play the main journey against the running stack and tell it step by step.")
public final class Demo implements Callable<Integer> {

    private static final List<String> EVENTS =
            List.of("okno.application.submitted.v1", "okno.application.status_changed.v1", "okno.record.registered.v1");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help")
    private boolean help;

    @Option(names = "--dir", paramLabel = "DIR", description = "Data, secrets and logs of the stack (default: .okno)")
    @Nullable
    private Path dir;

    @Override
    public Integer call() throws InterruptedException {
        Layout layout = dir == null ? Layout.usual() : Layout.at(dir);
        if (!Files.exists(layout.ports())) {
            System.err.println("Nothing is running here. Start it in another terminal first: ./okno up");
            return 1;
        }
        Ports ports = Ports.load(layout.ports());
        if (!isUp(ports)) {
            System.err.println("The stack does not answer on " + ports.url(Port.GATEWAY) + ". Try: ./okno status");
            return 1;
        }
        Instant from = Instant.now();
        Narrator narrator = new Narrator(System.out);
        try {
            JsonNode done = new Telling(narrator, ports, new Secrets(layout.secrets())).play();
            narrator.flush();
            summary(System.out, ports, done, narrator.calls(), Duration.between(from, Instant.now()));
            return 0;
        } catch (Answer.Unexpected | IllegalStateException failed) {
            narrator.flush();
            System.err.println("\nThe journey ended early. " + failed.getMessage());
            System.err.println("Look at ./okno status and ./okno logs <service>.");
            return 1;
        }
    }

    private static boolean isUp(Ports ports) throws InterruptedException {
        try {
            return Probe.http(ports.url(Port.GATEWAY_MANAGEMENT).resolve("/actuator/health/readiness"))
                    .ready();
        } catch (IOException down) {
            return false;
        }
    }

    private static void summary(PrintStream out, Ports ports, JsonNode application, int calls, Duration took) {
        out.printf(
                """

                Done in %d s with %d calls: application %s is %s, ОГРНИП %s.

                What to look at now
                  every SMS and mail that was sent   %s/sandbox
                  the API, with log-in and try       %s/docs
                  this application                   GET /api/v1/applications/%s
                  Run it again: a new application; the record in the register stays Maria's one.
                """,
                took.toSeconds(),
                calls,
                application.path("number").asString(),
                application.path("status").asString(),
                application.at("/result/registerKey").asString(""),
                ports.url(Port.SANDBOX),
                ports.url(Port.GATEWAY),
                application.path("id").asString());
    }

    /** The journey itself. */
    private static final class Telling {

        private final Narrator narrator;
        private final Ports ports;
        private final Outside outside;
        private final Visitor citizen;
        private final Visitor agency;
        private final Visitor head;
        private final Visitor anybody;

        Telling(Narrator narrator, Ports ports, Secrets secrets) {
            this.narrator = narrator;
            this.ports = ports;
            this.outside = new Outside(ports);
            People people = People.of(new Portal(ports.url(Port.GATEWAY), narrator), ports, secrets);
            this.citizen = people.person("citizen");
            this.agency = people.machine("agency-fns");
            this.head = people.person("head");
            this.anybody = people.anybody();
        }

        JsonNode play() {
            narrator.step("The tax agency's system subscribes to webhooks and proves that the address is its own.");
            URI receiver = outside.agencyWebhooks(ports);
            Subscription.closeOld(agency, receiver);
            Subscription.open(agency, receiver, EVENTS, outside::tellAgencySecret);

            Registration journey = new Registration(citizen, agency, outside);
            apply(journey);
            JsonNode done = decide(journey);
            look(journey, done);
            company();
            return done;
        }

        private void apply(Registration journey) {
            narrator.step("Maria finds the service, without logging in.");
            anybody.get("/api/v1/services?query=предприним").send().expect(200);

            narrator.step("She logs in and begins an application. The portal fills in what it knows.");
            citizen.get("/api/v1/me").send().expect(200);
            journey.begin();

            narrator.step("What is missing? The portal points at it.");
            journey.readiness();

            narrator.step("She fills in the rest, saved as she types, and attaches her passport.");
            journey.fill(Map.of("okvedMain", "62.01", "taxRegime", "USN_INCOME"));
            journey.attachPassport();

            narrator.step("She signs with a code from an SMS: a simple electronic signature, 63-FZ.");
            Instant before = Instant.now();
            journey.sign(People.CITIZEN_PHONE);
            outside.messages("sms", People.CITIZEN_PHONE, before)
                    .forEach(sms -> narrator.aside("SMS: " + sms.path("text").asString()));

            narrator.step("She submits, and is charged the state duty.");
            journey.submit();
            String uin = journey.uin();

            narrator.step("She pays on the provider's page. Only the provider's signed word makes it paid.");
            JsonNode payment = journey.pay(uin);
            citizen.get("/api/v1/payments/" + payment.path("id").asString() + "/receipt")
                    .header("Accept", "application/pdf")
                    .send()
                    .expect(200);
            journey.await("SUBMITTED");
        }

        private JsonNode decide(Registration journey) {
            narrator.step("The agency has its webhook, signed by Standard Webhooks, and takes the application.");
            JsonNode webhook = outside.webhook("okno.application.submitted.v1", journey.id());
            narrator.aside("webhook " + webhook.path("id").asString() + ", signature verified: "
                    + webhook.path("verified").asBoolean());
            journey.agencyReads();
            journey.agencySets("RECEIVED");
            journey.agencySets("IN_REVIEW");

            narrator.step("It asks a question; Maria answers.");
            journey.agencyAsks("Уточните, пожалуйста, адрес регистрации.");
            citizen.get(journey.path() + "/messages").send().expect(200);
            journey.answer("Адрес указан верно.");
            journey.await("IN_REVIEW");

            narrator.step("It approves. The register makes the record, and the result comes back.");
            journey.agencyApproves();
            return journey.await("COMPLETED");
        }

        private void look(Registration journey, JsonNode done) {
            narrator.step("Maria's record is in the register, and she was told of every step.");
            citizen.get("/api/v1/registries/EGRIP/records/"
                            + done.at("/result/registerKey").asString())
                    .send();
            citizen.get(journey.path() + "/history").send().expect(200);
            citizen.get("/api/v1/notifications?limit=5").send().expect(200);
            citizen.get("/api/v1/me/data-access?limit=5").send().expect(200);
        }

        private void company() {
            narrator.step("Andrei, the head of a company, links it and gets an extract at once.");
            CompanyVisit visit = new CompanyVisit(head, People.COMPANY);
            Visitor acting = visit.act(visit.link());
            JsonNode extract = CompanyVisit.extract(acting);
            CompanyVisit.pdf(acting, extract);
        }
    }
}

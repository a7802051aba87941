package okno.local.demo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import tools.jackson.databind.JsonNode;

/** The sandbox that stands in for the outside world: phones, mailboxes, the payment provider, an agency's system. */
public final class Outside {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Visitor sandbox;

    public Outside(Ports ports) {
        this.sandbox = new Portal(ports.url(Port.SANDBOX), exchange -> {}).anybody();
    }

    /** Everything that reached this phone or mailbox since then, newest first; channel is sms or mail. */
    public List<JsonNode> messages(String channel, String to, Instant since) {
        String query =
                "?channel=%s&to=%s".formatted(channel, to.replace("+", "%2B").replace("@", "%40"));
        return sandbox.get("/sandbox/messages" + query)
                .send()
                .expect(200)
                .json()
                .valueStream()
                .filter(message ->
                        !Instant.parse(message.path("sentAt").asString()).isBefore(since))
                .toList();
    }

    /** The six digits of the newest SMS to this phone, waited for. */
    public String codeSentTo(String phone, Instant since) {
        return Waiting.until(PATIENCE, "SMS with a code", () -> messages("sms", phone, since).stream()
                .map(message -> CODE.matcher(message.path("text").asString()))
                .flatMap(matcher -> matcher.results().map(MatchResult::group))
                .findFirst());
    }

    /** Waits until a message with these words came. */
    public JsonNode message(String channel, String to, Instant since, String words) {
        return Waiting.until(
                PATIENCE, "%s with '%s'".formatted(channel, words), () -> messages(channel, to, since).stream()
                        .filter(message -> (message.path("subject").asString("") + "\n"
                                        + message.path("text").asString(""))
                                .contains(words))
                        .findFirst());
    }

    /** Presses a button of the provider's payment page: {@code pay} or {@code decline}. */
    public void press(String button, URI paymentPage) {
        sandbox.get(paymentPage.toString()).header("Accept", "text/html").send().expect(200);
        sandbox.post(paymentPage + "/payment")
                .text("application/x-www-form-urlencoded", "outcome=" + button)
                .send()
                .expect(200, 302, 303);
    }

    /** Makes somebody known to the registers of insured persons and of passports. */
    public void enterIntoRegisters(Map<String, String> person) {
        sandbox.put("/registers/v1/people").json(person).send().expect(204);
    }

    /** On the page of a bank or of a provider of video identification: types who one is and confirms. */
    public void identify(URI page, Map<String, String> typed) {
        String form = typed.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "", "&outcome=seen"));
        sandbox.post(page + "/verification")
                .text("application/x-www-form-urlencoded", form)
                .send()
                .expect(200, 302, 303);
    }

    /** Gives the agency's system the secret by which it checks webhooks. */
    public void tellAgencySecret(String secret) {
        sandbox.put("/agency/secret").json(Map.of("secret", secret)).send().expect(204);
    }

    /** Where the agency's system takes webhooks. */
    public URI agencyWebhooks(Ports ports) {
        return ports.url(Port.SANDBOX).resolve("/agency/webhooks");
    }

    /** Webhook of this type about this application, verified by the agency, waited for. */
    public JsonNode webhook(String type, String applicationId) {
        return Waiting.until(PATIENCE, "webhook " + type, () -> webhooks().stream()
                .filter(delivery -> delivery.path("type").asString("").equals(type)
                        && delivery.path("body").asString("").contains(applicationId))
                .findFirst());
    }

    private List<JsonNode> webhooks() {
        return sandbox.get("/agency/deliveries")
                .send()
                .expect(200)
                .json()
                .valueStream()
                .toList();
    }

    /** A scan good enough for the portal's checks. */
    static byte[] passportScan() {
        return SmallPdf.withText("Passport of the Russian Federation (specimen)");
    }

    static Optional<JsonNode> present(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
    }
}

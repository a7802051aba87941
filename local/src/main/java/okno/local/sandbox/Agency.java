package okno.local.sandbox;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** An agency's information system: takes webhooks, checks their signatures, and works on applications if told to. */
final class Agency {

    /** One webhook as it came; {@code verified} by the published Standard Webhooks library. */
    record Delivery(String id, String type, boolean verified, String body, Instant receivedAt) {}

    private record Secret(String secret) {}

    /**
     * How the agency behaves.
     *
     * @param auto whether it works on applications submitted to it
     * @param fail how many of the next deliveries it answers with 503; none when it is not said
     */
    private record Mode(@Nullable Boolean auto, @Nullable Integer fail) {}

    private final AgencyClerk clerk;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile @Nullable Webhook verifier;
    private volatile boolean auto;

    Agency(AgencyClerk clerk) {
        this.clerk = clerk;
    }

    void addTo(Answers answers) {
        answers.on("remember-secret", this::rememberSecret)
                .on("change-mode", this::changeMode)
                .on("deliveries", call -> Reply.json(200, deliveries))
                .on("forget-deliveries", call -> {
                    deliveries.clear();
                    return Reply.status(204);
                })
                .on("receive-webhook", this::receive);
    }

    private Reply rememberSecret(Call call) {
        try {
            verifier = new Webhook(call.json(Secret.class).secret());
            return Reply.status(204);
        } catch (EmptyWebhookSecretException | IllegalArgumentException e) {
            return Reply.fault(400, "secret must be whsec_...");
        }
    }

    private Reply changeMode(Call call) {
        Mode mode = call.json(Mode.class);
        auto = Boolean.TRUE.equals(mode.auto());
        failures.set(Objects.requireNonNullElse(mode.fail(), 0));
        return Reply.status(204);
    }

    private Reply receive(Call call) {
        boolean verified = verified(call);
        JsonNode event = read(call.request().getBody());
        String type = event.path("type").asString("");
        deliveries.add(new Delivery(
                call.header(Webhook.UNBRANDED_MSG_ID_KEY).orElse(""), type, verified, call.text(), Instant.now()));
        if (!verified) {
            return Reply.fault(401, "signature does not verify");
        }
        if (type.equals("okno.endpoint.challenge")) {
            return Reply.json(
                    200,
                    Map.of("challenge", event.path("data").path("challenge").asString("")));
        }
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return Reply.fault(503, "told to fail");
        }
        work(type, event.path("data").path("applicationId").asString(""));
        return Reply.status(204);
    }

    /** Deliveries repeat; an application is worked on once. */
    private void work(String type, String applicationId) {
        if (auto && type.equals("okno.application.submitted.v1") && begun.add(applicationId)) {
            Thread.startVirtualThread(() -> clerk.work(applicationId));
        }
    }

    private boolean verified(Call call) {
        Webhook current = verifier;
        if (current == null) {
            return false;
        }
        Map<String, List<String>> headers = call.request().getHeaders().all().stream()
                .collect(Collectors.toMap(header -> header.key().toLowerCase(Locale.ROOT), HttpHeader::values));
        try {
            current.verify(call.text(), headers);
            return true;
        } catch (WebhookVerificationException wrong) {
            return false;
        }
    }

    private static JsonNode read(byte[] body) {
        try {
            return Call.JSON.readTree(body);
        } catch (JacksonException notJson) {
            return Call.JSON.nullNode();
        }
    }
}

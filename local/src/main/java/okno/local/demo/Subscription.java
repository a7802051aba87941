package okno.local.demo;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** An agency's webhook endpoint. */
public final class Subscription {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Subscription() {}

    /**
     * Registers an endpoint and waits until it has answered its challenge.
     *
     * @param secretTo is told the secret at once, because the challenge is signed with it
     */
    public static JsonNode open(Visitor agency, URI receiver, List<String> eventTypes, Consumer<String> secretTo) {
        JsonNode endpoint = agency.post("/api/v1/webhooks/endpoints")
                .json(Map.of("url", receiver.toString(), "eventTypes", eventTypes, "description", "Okno demo"))
                .send()
                .expect(201)
                .json();
        secretTo.accept(endpoint.path("secret").asString());
        String path = "/api/v1/webhooks/endpoints/" + endpoint.path("id").asString();
        return Waiting.until(PATIENCE, "active endpoint", () -> Optional.of(
                        agency.get(path).send().expect(200).json())
                .filter(now -> now.path("status").asString().equals("ACTIVE")));
    }

    /** Takes away what earlier runs registered for this receiver. */
    public static void closeOld(Visitor agency, URI receiver) {
        agency.get("/api/v1/webhooks/endpoints?limit=100")
                .send()
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(endpoint -> endpoint.path("url").asString("").equals(receiver.toString()))
                .forEach(endpoint -> agency.delete("/api/v1/webhooks/endpoints/"
                                + endpoint.path("id").asString())
                        .send()
                        .expect(204));
    }
}

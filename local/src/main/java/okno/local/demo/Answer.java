package okno.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpHeaders;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the portal answered. */
public record Answer(String request, int status, HttpHeaders headers, byte[] body) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The portal did not answer as the journey needs. */
    public static final class Unexpected extends RuntimeException {

        Unexpected(Answer answer, String wanted) {
            super("%s: wanted %s, got %d %s".formatted(answer.request, wanted, answer.status, answer.text()));
        }
    }

    /** This answer, if it has one of these statuses; otherwise the journey ends here. */
    public Answer expect(int... statuses) {
        if (IntStream.of(statuses).noneMatch(wanted -> wanted == status)) {
            throw new Unexpected(this, IntStream.of(statuses).boxed().toList().toString());
        }
        return this;
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    public String text() {
        return new String(body, UTF_8);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}

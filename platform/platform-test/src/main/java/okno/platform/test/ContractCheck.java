package okno.platform.test;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds events to the contracts in {@code contracts/events/<name>.schema.json} and {@code <name>.example.json} (JSON
 * Schema 2020-12, formats asserted).
 *
 * <p>The producer checks what it really writes; the consumer reads the example with its own record:
 *
 * <pre>{@code
 * @Test
 * void submitted_event_keeps_its_contract() {
 *     ContractCheck.event("application-submitted.v1", ApplicationSubmittedV1.from(anApplication()));
 * }
 *
 * @Test
 * void reads_the_submitted_event() {
 *     EventEnvelope event = new EventEnvelope(..., ContractCheck.example("application-submitted.v1"));
 *     assertThat(EventJson.read(event, Submitted.class).status()).isEqualTo("SUBMITTED");
 * }
 * }</pre>
 */
public final class ContractCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private ContractCheck() {}

    /**
     * Fails unless the data and the contract's own example are valid.
     *
     * @param name aggregate, past participle and version, such as {@code application-submitted.v1}
     * @param data the JSON as bytes or text, or the event record, which is written as the outbox writes it
     */
    public static void event(String name, Object data) {
        validate(name, "event", json(data));
        example(name);
    }

    /** The contract's example, valid for sure: what a consumer's test reads. */
    public static byte[] example(String name) {
        String example = read(name + ".example.json");
        validate(name, "example", example);
        return example.getBytes(StandardCharsets.UTF_8);
    }

    private static void validate(String name, String what, String json) {
        Schema schema = SCHEMAS.computeIfAbsent(name, key -> REGISTRY.getSchema(read(key + ".schema.json")));
        List<Error> errors = schema.validate(
                json,
                InputFormat.JSON,
                execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
        if (!errors.isEmpty()) {
            throw new AssertionError("%s of contract %s is not valid: %s%n%s".formatted(what, name, errors, json));
        }
    }

    private static String json(Object data) {
        return switch (data) {
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            case String text -> text;
            default -> JSON.writeValueAsString(data);
        };
    }

    private static String read(String file) {
        try {
            return Files.readString(RepositoryRoot.resolve("contracts/events/" + file));
        } catch (IOException e) {
            throw new UncheckedIOException("contract is missing: " + file, e);
        }
    }
}

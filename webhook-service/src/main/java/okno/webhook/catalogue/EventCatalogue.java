package okno.webhook.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All event types, read from the contracts in this jar when the service starts. */
@Component
public class EventCatalogue {

    private static final String CONTRACTS = "classpath:contracts/events/";
    private static final String SCHEMA = ".schema.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Properties RUSSIAN = russian();

    private final Map<String, EventType> types;

    EventCatalogue() {
        try (Stream<EventType> read = Stream.of(
                        new PathMatchingResourcePatternResolver().getResources(CONTRACTS + "*" + SCHEMA))
                .map(EventCatalogue::read)) {
            types = read.collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException("event contracts are missing from the jar", e);
        }
    }

    public boolean has(String name) {
        return types.containsKey(name);
    }

    /** In the order of their names. */
    public List<EventType> all() {
        return types.values().stream()
                .sorted(Comparator.comparing(EventType::name))
                .toList();
    }

    private static EventType read(Resource contract) {
        String file = String.valueOf(contract.getFilename());
        String contractName = file.substring(0, file.length() - SCHEMA.length());
        ObjectNode schema = (ObjectNode) json(contract);
        JsonNode example =
                json(new PathMatchingResourcePatternResolver().getResource(CONTRACTS + contractName + ".example.json"));
        String name = schema.path("title").asString();
        int version = Integer.parseInt(name.substring(name.lastIndexOf(".v") + 2));
        String english = firstSentence(schema);
        Map<String, String> descriptions = Map.of("en", english, "ru", RUSSIAN.getProperty(name, english));
        return new EventType(name, version, english, descriptions, bodySchema(name, schema), body(name, example));
    }

    /** Contracts are written in English; what people read of them has its Russian words here. */
    private static Properties russian() {
        var texts = new Properties();
        try (Reader words = new InputStreamReader(
                new ClassPathResource("catalogue/descriptions_ru.properties").getInputStream(), UTF_8)) {
            texts.load(words);
        } catch (IOException e) {
            throw new UncheckedIOException("Russian descriptions of events are missing from the jar", e);
        }
        return texts;
    }

    private static String firstSentence(ObjectNode schema) {
        String description = schema.path("description").asString();
        int topic = description.indexOf(" Topic ");
        return topic < 0 ? description : description.substring(0, topic);
    }

    private static JsonNode body(String name, JsonNode example) {
        Instant time = Instant.parse(example.path("occurredAt").asString());
        return WebhookBody.read(WebhookBody.of(name, time, 1, JSON.writeValueAsBytes(example)));
    }

    /** The contract's schema, changed in the way {@link WebhookBody} changes the data. */
    private static JsonNode bodySchema(String name, ObjectNode contract) {
        ObjectNode data = contract.deepCopy();
        data.remove(List.of("$schema", "$id", "title", "description"));
        ((ObjectNode) data.path("properties")).remove(WebhookBody.LEFT_OUT);
        ((ObjectNode) data.path("properties")).putObject("sequence").put("type", "integer");
        ArrayNode required = JSON.createArrayNode();
        contract.path("required").values().stream()
                .filter(field -> !WebhookBody.LEFT_OUT.contains(field.asString()))
                .forEach(required::add);
        data.set("required", required.add("sequence"));

        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", name);
        schema.put("type", "object");
        schema.putArray("required").add("type").add("timestamp").add("data");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("type").put("const", name);
        properties.putObject("timestamp").put("type", "string").put("format", "date-time");
        properties.set("data", data);
        return schema;
    }

    private static JsonNode json(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException("event contract cannot be read: " + file.getFilename(), e);
        }
    }
}

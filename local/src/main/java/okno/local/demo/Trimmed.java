package okno.local.demo;

import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON short enough to read and safe to show. */
final class Trimmed {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Set<String> SECRET = Set.of("token", "secret", "code", "accessToken", "refreshToken");
    private static final int LONGEST_TEXT = 70;
    private static final int LONGEST_WHOLE = 700;
    private static final int MOST_ITEMS = 3;

    private Trimmed() {}

    static String of(String json) {
        try {
            String text = MAPPER.writeValueAsString(trim(MAPPER.readTree(json)));
            return text.length() <= LONGEST_WHOLE ? text : text.substring(0, LONGEST_WHOLE) + " ...";
        } catch (JacksonException notJson) {
            return json.length() <= LONGEST_TEXT ? json : json.substring(0, LONGEST_TEXT) + "...";
        }
    }

    private static JsonNode trim(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> object(object);
            case ArrayNode array -> array(array);
            case JsonNode text
            when text.isString() && text.asString().length() > LONGEST_TEXT ->
                MAPPER.getNodeFactory().stringNode(text.asString().substring(0, LONGEST_TEXT) + "...");
            default -> node;
        };
    }

    private static ObjectNode object(ObjectNode object) {
        ObjectNode trimmed = MAPPER.createObjectNode();
        object.properties().forEach(field -> {
            if (SECRET.contains(field.getKey()) && !isProblemCode(object)) {
                trimmed.put(field.getKey(), "***");
            } else if (!field.getValue().isNull()) {
                trimmed.set(field.getKey(), trim(field.getValue()));
            }
        });
        return trimmed;
    }

    /** A problem's {@code code} is no secret. */
    private static boolean isProblemCode(ObjectNode object) {
        return object.has("message") || object.has("traceId") || object.has("title");
    }

    private static ArrayNode array(ArrayNode array) {
        ArrayNode trimmed = MAPPER.createArrayNode();
        for (int i = 0; i < Math.min(MOST_ITEMS, array.size()); i++) {
            trimmed.add(trim(array.get(i)));
        }
        if (array.size() > MOST_ITEMS) {
            trimmed.add("... %d more".formatted(array.size() - MOST_ITEMS));
        }
        return trimmed;
    }
}

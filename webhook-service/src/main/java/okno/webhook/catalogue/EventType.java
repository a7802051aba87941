package okno.webhook.catalogue;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One type of event that can be subscribed to.
 *
 * @param name full name with version, such as {@code okno.application.submitted.v1}
 * @param version the version at its end, 1
 * @param description one sentence
 * @param descriptions the same in each language, by its tag: ru, en
 * @param schema JSON Schema 2020-12 of the whole body of a webhook
 * @param example a body that is valid by the schema
 */
public record EventType(
        String name,
        int version,
        String description,
        Map<String, String> descriptions,
        JsonNode schema,
        JsonNode example) {}

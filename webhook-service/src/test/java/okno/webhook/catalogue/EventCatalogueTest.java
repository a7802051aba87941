package okno.webhook.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EventCatalogueTest {

    private static final Instant TIME = Instant.parse("2026-11-22T09:42:00Z");

    private final EventCatalogue catalogue = new EventCatalogue();

    @Test
    void offers_the_events_of_applications_charges_and_records() {
        assertThat(catalogue.all())
                .extracting(EventType::name)
                .contains(
                        "okno.application.submitted.v1",
                        "okno.application.status_changed.v1",
                        "okno.charge.paid.v1",
                        "okno.record.registered.v1");
        assertThat(catalogue.has("okno.audit.recorded.v1")).isFalse();
    }

    @Test
    void every_example_is_valid_by_its_schema_and_names_no_account() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        assertThat(catalogue.all()).isNotEmpty().allSatisfy(type -> {
            var schema = registry.getSchema(type.schema().toString());
            assertThat(schema.validate(type.example().toString(), InputFormat.JSON))
                    .as(type.name())
                    .isEmpty();
            assertThat(type.example().toString()).doesNotContain("personId").doesNotContain("orgId");
            assertThat(type.schema().toString()).doesNotContain("personId").doesNotContain("orgId");
            assertThat(type.description()).endsWith(".");
            assertThat(type.descriptions().get("en")).isEqualTo(type.description());
            assertThat(type.descriptions().get("ru"))
                    .as("Russian words for %s", type.name())
                    .matches("[А-ЯЁ].*[а-яё].*\\.");
            assertThat(type.name())
                    .isEqualTo(type.schema().path("title").asString())
                    .endsWith(".v" + type.version());
        });
    }

    @Test
    void a_body_carries_the_event_without_account_ids_and_with_its_sequence() {
        byte[] data =
                "{\"applicationId\":\"a\",\"personId\":\"p\",\"orgId\":null,\"status\":\"RECEIVED\"}".getBytes(UTF_8);

        JsonNode body = WebhookBody.read(WebhookBody.of("okno.application.status_changed.v1", TIME, 7, data));

        assertThat(body.path("type").asString()).isEqualTo("okno.application.status_changed.v1");
        assertThat(body.path("timestamp").asString()).isEqualTo("2026-11-22T09:42:00Z");
        assertThat(body.path("data").toString())
                .isEqualTo("{\"applicationId\":\"a\",\"status\":\"RECEIVED\",\"sequence\":7}");
    }
}

package okno.webhook.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import okno.platform.test.ContractCheck;
import okno.platform.test.TestEvents;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import okno.webhook.Receiver;
import okno.webhook.WebhookServiceTestCase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class WatcherErasureIT extends WebhookServiceTestCase {

    private static final String ANSWERS = "okno.webhook.erasure.v1";

    @Autowired
    JdbcClient jdbc;

    @Test
    void an_order_ends_a_watch_and_no_other_table_names_persons() {
        String agency = newAgencyCode();
        TestToken machine = newAgency(agency);
        UUID engineer = UUID.randomUUID();
        UUID colleague = UUID.randomUUID();
        try (var receiver = new Receiver()) {
            Registered endpoint = activeEndpoint(machine, receiver, "okno.application.submitted.v1");
            for (UUID person : new UUID[] {engineer, colleague}) {
                assertThat(call(
                                        TestTokens.integrator(person.toString()).agency(agency),
                                        "PUT",
                                        "/webhooks/endpoints/" + endpoint.id() + "/watch",
                                        null)
                                .statusCode())
                        .isEqualTo(204);
            }
        }

        UUID order = UUID.randomUUID();
        TestEvents.publish(
                "okno.identity.erasure.v1",
                "okno.erasure.ordered.v1",
                order,
                1,
                Map.of("erasureId", order, "personId", engineer, "occurredAt", "2026-11-26T09:32:00Z"));
        await().until(() -> !TestEvents.about(ANSWERS, order).isEmpty());
        JsonNode answer = TestEvents.about(ANSWERS, order).getFirst().data();
        ContractCheck.event("erasure-answered.v1", answer.toString().getBytes(UTF_8));
        assertThat(answer.path("erased").toString()).isEqualTo("[{\"what\":\"endpoint_watch\",\"count\":1}]");
        assertThat(answer.path("kept")).isEmpty();

        assertThat(jdbc.sql("select person_id from endpoint_watcher where person_id in (:one, :other)")
                        .param("one", engineer)
                        .param("other", colleague)
                        .query(UUID.class)
                        .list())
                .containsExactly(colleague);
        // A new column of persons: say in the erasure what becomes of it.
        assertThat(jdbc.sql("""
                        select c.table_name from information_schema.columns c
                         where c.table_schema = 'public' and c.column_name ~ 'person|subject_id|user'
                        """).query(String.class).list()).containsExactly("endpoint_watcher");
    }
}

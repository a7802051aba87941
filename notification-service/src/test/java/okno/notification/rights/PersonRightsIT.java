package okno.notification.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.notification.NotificationServiceSetup;
import okno.platform.test.ContractCheck;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class PersonRightsIT extends NotificationServiceSetup {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void gives_everything_to_identity_service_alone_and_erases_all_of_it_on_order() {
        String person = aPerson("ru");
        String other = aPerson("ru");
        for (String somebody : List.of(person, other)) {
            applicationBecomes(somebody, "SUBMITTED");
        }
        await().atMost(SOON).until(() -> rows(person) > 0 && rows(other) > 0);
        for (String somebody : List.of(person, other)) {
            usesEverything(somebody);
            assertThat(columnsWith(somebody)).containsAll(columnsOfPersons());
        }

        String copy = new String(
                export(TestTokens.service("identity-service").bearer(), person)
                        .expectStatus()
                        .isOk()
                        .returnResult(byte[].class)
                        .getResponseBodyContent(),
                UTF_8);
        assertThat(copy.lines().toList())
                .hasSizeGreaterThan(1)
                .last()
                .asString()
                .startsWith("{\"lines\":");
        assertThat(copy)
                .contains("\"section\":\"notifications\"", "FNS-2026-0000001-0")
                .doesNotContain(other);
        for (String bearer : List.of(
                TestTokens.person(person).bearer(),
                TestTokens.admin().bearer(),
                TestTokens.service("application-service").bearer())) {
            export(bearer, person).expectStatus().isForbidden();
        }

        UUID order = UUID.randomUUID();
        TestEvents.publish(
                "okno.identity.erasure.v1",
                "okno.erasure.ordered.v1",
                order,
                1,
                Map.of("erasureId", order, "personId", person, "occurredAt", "2026-11-26T09:32:00Z"));
        await().atMost(SOON).until(() -> !TestEvents.about("okno.notification.erasure.v1", order)
                .isEmpty());
        var answer = TestEvents.about("okno.notification.erasure.v1", order)
                .getFirst()
                .data();
        ContractCheck.event("erasure-answered.v1", answer.toString().getBytes(UTF_8));
        assertThat(answer.path("kept")).isEmpty();
        assertThat(columnsWith(person)).isEmpty();
        assertThat(columnsWith(other)).containsAll(columnsOfPersons());
    }

    /** What more than one event leaves; a table that is missing here is found by {@link #columnsOfPersons}. */
    private void usesEverything(String person) {
        for (String row : List.of(
                "preference (person_id, event_type, channel, enabled) values (:person, 'okno.charge.paid.v1', 'SMS', false)",
                "preferred_language (person_id, language) values (:person, 'en')",
                "daily_rhythm (person_id, time_zone, digest_at) values (:person, 'Asia/Omsk', '19:00')",
                "message_count (person_id, channel, day, messages) values (:person, 'SMS', current_date, 1)",
                "device (id, person_id, endpoint_hash, name, subscription, created_at)"
                        + " values (gen_random_uuid(), :person, 'hash', 'Chrome', 'sealed', now())",
                "digest (id, person_id, channel, due_at, closed)"
                        + " values (gen_random_uuid(), :person, 'EMAIL', now() + interval '1 day', false)",
                "reminder (id, matter, subject, due_on, days_before, person_id, remind_at, params, state)"
                        + " values (gen_random_uuid(), 'certificate', :person, current_date, 7, :person, now(), '{}', 'DONE')")) {
            jdbc.sql("insert into " + row + " on conflict do nothing")
                    .param("person", person)
                    .update();
        }
    }

    private List<String> columnsOfPersons() {
        return jdbc.sql("""
                        select c.table_name || '.' || c.column_name
                          from information_schema.columns c
                          join pg_class t on t.relname = c.table_name and t.relkind in ('r', 'p') and not t.relispartition
                         where c.table_schema = 'public' and c.column_name = 'person_id'
                        """).query(String.class).list();
    }

    private ResponseSpec export(String bearer, String person) {
        return http.get()
                .uri("/internal/persons/" + person + "/export")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .exchange();
    }

    private long rows(String person) {
        return jdbc.sql("select count(*) from notification where person_id = :person")
                .param("person", person)
                .query(Long.class)
                .single();
    }

    /** Columns of all tables that hold it; what the platform sends and remembers for a day left out. */
    private List<String> columnsWith(String trace) {
        return jdbc.sql("""
                        select c.table_name || '.' || c.column_name
                          from information_schema.columns c
                          join pg_class t on t.relname = c.table_name and t.relkind in ('r', 'p') and not t.relispartition
                         where c.table_schema = 'public' and c.data_type in ('text', 'uuid', 'jsonb', 'bytea')
                           and c.table_name not in ('outbox', 'inbox', 'idempotency_key', 'flyway_schema_history')
                         order by 1
                        """).query(String.class).list().stream()
                .filter(column -> jdbc.sql("select exists (select from %s where position(:trace in \"%s\"::text) > 0)"
                                .formatted((Object[]) column.split("\\.")))
                        .param("trace", trace)
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}

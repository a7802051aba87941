package okno.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import okno.webhook.WebhookServiceTestCase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class KeepDaysIT extends WebhookServiceTestCase {

    private static final LocalDate LONG_AGO = LocalDate.parse("2026-01-15");

    @Autowired
    private KeepDays keepDays;

    @Test
    void makes_the_days_to_come_and_drops_with_their_table_those_that_are_over() {
        jdbc.sql("select make_day_of_ids('event', :day), make_day_of_ids('audience_event', :day), "
                        + "make_day_of_times('attempt', :day)")
                .param("day", LONG_AGO)
                .query()
                .singleRow();
        UUID old = idOf(LONG_AGO);
        UUID stray = UUID.fromString(
                "f0000000-0000-4000-8000-" + UUID.randomUUID().toString().substring(24));
        keep(old, LONG_AGO);
        keep(stray, LONG_AGO);
        UUID fresh = idOf(today());
        keep(fresh, today());
        assertThat(tables()).contains("event_20260115", "audience_event_20260115", "attempt_20260115");

        keepDays.handle();

        assertThat(tables()).doesNotContain("event_20260115", "audience_event_20260115", "attempt_20260115");
        assertThat(events(old, stray, fresh)).containsExactly(fresh);
        String last = today().plusDays(7).format(DateTimeFormatter.BASIC_ISO_DATE);
        assertThat(tables()).contains("event_" + last, "audience_event_" + last, "attempt_" + last);
    }

    @Test
    void what_could_not_be_delivered_for_a_month_is_let_go_of() {
        UUID endpoint = UUID.randomUUID();
        jdbc.sql("""
                insert into delivery_pending (endpoint_id, id, event_id, subject, due_at, created_at)
                select :endpoint, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now(), now() - days * interval '1 day'
                from unnest(array[31, 29]) days
                """).param("endpoint", endpoint).update();

        keepDays.handle();

        assertThat(jdbc.sql("select count(*) from delivery_pending where endpoint_id = :id")
                        .param("id", endpoint)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void keep(UUID id, LocalDate day) {
        jdbc.sql("insert into event (id, type, occurred_at, application_id, body, held) "
                        + "values (:id, 't', :at, :id, '', false)")
                .param("id", id)
                .param("at", day.atStartOfDay().plusHours(1).atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<UUID> events(UUID... ids) {
        return jdbc.sql("select id from event where id in (:ids)")
                .param("ids", List.of(ids))
                .query(UUID.class)
                .list();
    }

    private List<String> tables() {
        return jdbc.sql("select relname from pg_class where relkind = 'r'")
                .query(String.class)
                .list();
    }

    private static UUID idOf(LocalDate day) {
        long millis = day.atStartOfDay().plusHours(1).toInstant(ZoneOffset.UTC).toEpochMilli();
        return new UUID(millis << 16 | 0x7000, Long.MIN_VALUE | Instant.now().getNano());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}

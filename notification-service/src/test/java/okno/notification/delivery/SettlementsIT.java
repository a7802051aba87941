package okno.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import okno.notification.Channel;
import okno.notification.NotificationServiceSetup;
import okno.notification.delivery.persistence.Settlements;
import okno.platform.core.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An instance that slept through its lease reports late; by then another has tried again. */
class SettlementsIT extends NotificationServiceSetup {

    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

    @Autowired
    Settlements settlements;

    static Stream<Arguments> outcomes() {
        return Stream.of(
                outcome("failed", delivery -> new Settlement.Failed(delivery, "late", NOW)),
                outcome("cancelled", delivery -> new Settlement.Cancelled(delivery, "late", NOW)),
                outcome("again elsewhere", delivery -> new Settlement.Again(delivery, "late", NOW, false)),
                outcome("again there", delivery -> new Settlement.Again(delivery, "late", NOW, true)),
                outcome("put off", delivery -> new Settlement.PutOff(delivery, NOW)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outcomes")
    void a_late_outcome_of_an_earlier_attempt_changes_nothing(
            String what, Function<PendingDelivery, Settlement> outcome) {
        UUID id = inItsSecondAttempt();
        String before = row(id);

        settlements.write(List.of(outcome.apply(attempt(id, 1))));

        assertThat(row(id)).isEqualTo(before);
        settlements.write(List.of(outcome.apply(attempt(id, 2))));
        assertThat(row(id)).isNotEqualTo(before);
    }

    @Test
    void what_an_earlier_attempt_brought_to_the_provider_after_all_is_accepted() {
        UUID id = inItsSecondAttempt();

        settlements.write(List.of(new Settlement.Accepted(attempt(id, 1), "message-1", NOW)));

        assertThat(row(id)).contains("ACCEPTED", "message-1");
        settlements.write(List.of(new Settlement.Failed(attempt(id, 2), "late", NOW)));
        assertThat(row(id)).contains("ACCEPTED", "message-1");
    }

    /** Leased until far from now, so that no worker of this service looks at it. */
    private UUID inItsSecondAttempt() {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into delivery (notification_id, channel, person_id, state, attempts, next_at, due_at,
                                              occurred_at, created_at, provider, uncertain_since)
                        values (:id, 'SMS', 'a-sleeper', 'PENDING', 2, now() + interval '1 hour', now(), now(), now(),
                                'sms', now())
                        """).param("id", id).update();
        return id;
    }

    private static PendingDelivery attempt(UUID id, int number) {
        return new PendingDelivery(
                id, Channel.SMS, "a-sleeper", number, null, null, Map.of(), NOW, NOW, NOW, NOW.plusSeconds(60), false);
    }

    private String row(UUID id) {
        return jdbc.sql("select d::text from delivery d where notification_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static Arguments outcome(String name, Function<PendingDelivery, Settlement> made) {
        return arguments(name, made);
    }
}

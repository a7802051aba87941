package okno.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import okno.notification.Channel;
import okno.notification.NotificationServiceSetup;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * What holds of the two providers of a channel, whatever they speak. Each test begins with both in good standing, in a
 * service of its own.
 */
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
abstract class FailoverContract extends NotificationServiceSetup {

    protected static final Duration SILENCE = Duration.ofMillis(4500);
    protected static final Duration SLOW = Duration.ofMillis(1300);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int MANY = 40;

    private final String channel;
    private final String firstName;

    FailoverContract(Channel channel, String firstName) {
        this.channel = channel.name();
        this.firstName = firstName;
    }

    @DynamicPropertySource
    static void judgement(DynamicPropertyRegistry properties) {
        properties.add("okno.notification.failover.window", () -> "50");
        properties.add("okno.notification.failover.minimum", () -> "10");
        properties.add("okno.notification.failover.slow", () -> "700ms");
        properties.add("okno.notification.failover.rest", () -> "2s");
        properties.add("okno.notification.delivery.parallel", () -> "8");
        properties.add("okno.notification.sms.read-timeout", () -> "3s");
        properties.add("okno.notification.email.read-timeout", () -> "3s");
    }

    /** The first takes messages, after this time. */
    protected abstract void firstTakes(Duration after);

    /** The first says that it takes nothing now. */
    protected abstract void firstRefuses();

    /** Ids of the messages that it was given, and again for each repeat. */
    protected abstract List<String> idsAtFirst();

    protected abstract List<String> idsAtSecond();

    private List<String> tell(int persons) {
        List<String> told = new ArrayList<>();
        IntStream.range(0, persons).forEach(i -> {
            String person = aPerson("ru");
            applicationBecomes(person, "SUBMITTED");
            told.add(person);
        });
        return told;
    }

    private long inState(List<String> persons, String state) {
        return jdbc.sql(
                        "select count(*) from delivery where channel = :channel and state = :state and person_id in (:persons)")
                .param("channel", channel)
                .param("state", state)
                .param("persons", persons)
                .query(Long.class)
                .single();
    }

    private String delivery(String person, String columns) {
        return jdbc.sql("select " + columns + " from delivery where channel = :channel and person_id = :id")
                .param("channel", channel)
                .param("id", person)
                .query(String.class)
                .single();
    }

    @Test
    void a_provider_that_refuses_all_is_set_aside_and_no_message_is_lost_or_doubled() {
        firstRefuses();

        List<String> persons = tell(MANY);

        await().atMost(SOON).until(() -> inState(persons, "ACCEPTED") == MANY);
        assertThat(idsAtSecond()).hasSize(MANY).doesNotHaveDuplicates();
        // It was noticed: most were never offered to it.
        assertThat(idsAtFirst().size()).isLessThan(MANY * 2);
    }

    @Test
    void a_slow_provider_is_set_aside_while_it_still_answers_and_nobody_gets_two() {
        firstTakes(SLOW);

        List<String> persons = tell(MANY);

        await().atMost(SOON).until(() -> inState(persons, "ACCEPTED") == MANY);
        // An answer that a busy machine brought too late is asked for again, under the same id and of the same
        // provider.
        Set<String> all = new HashSet<>(idsAtFirst());
        assertThat(idsAtSecond()).doesNotContainAnyElementsOf(all).doesNotHaveDuplicates();
        assertThat(idsAtSecond().size()).isGreaterThan(MANY / 3);
        all.addAll(idsAtSecond());
        assertThat(all).hasSize(MANY);
    }

    @Test
    void what_a_silent_provider_may_have_is_repeated_there_alone_until_it_answers() {
        firstTakes(SILENCE);

        List<String> persons = tell(MANY);
        await().atMost(SOON).until(() -> inState(persons, "ACCEPTED") >= MANY - 24);
        Set<String> uncertain = new HashSet<>(idsAtFirst());
        firstTakes(Duration.ZERO);

        await().atMost(SOON).until(() -> inState(persons, "ACCEPTED") == MANY);
        assertThat(uncertain).isNotEmpty();
        assertThat(idsAtSecond()).doesNotContainAnyElementsOf(uncertain).doesNotHaveDuplicates();
    }

    @Test
    void a_provider_that_has_recovered_is_the_first_choice_again() {
        firstRefuses();
        List<String> before = tell(MANY);
        await().atMost(SOON).until(() -> inState(before, "ACCEPTED") == MANY);
        firstTakes(Duration.ZERO);

        await().atMost(SOON).untilAsserted(() -> {
            List<String> later = tell(1);
            await().atMost(SOON).until(() -> inState(later, "ACCEPTED") == 1);
            assertThat(delivery(later.getFirst(), "provider")).isEqualTo(firstName);
        });
    }

    @Test
    void a_message_whose_outcome_nobody_learns_fails_as_unknown_and_is_not_sent_elsewhere() {
        firstTakes(SILENCE);
        String person = tell(1).getFirst();
        await().atMost(SOON).until(() -> !idsAtFirst().isEmpty());

        jdbc.sql("update delivery set uncertain_since = now() - interval '1 hour' "
                        + "where channel = :channel and person_id = :id")
                .param("channel", channel)
                .param("id", person)
                .update();

        await().atMost(SOON).untilAsserted(() -> assertThat(delivery(person, "state || coalesce(' ' || reason, '')"))
                .isEqualTo("FAILED outcome_unknown"));
        assertThat(idsAtSecond()).isEmpty();
    }
}

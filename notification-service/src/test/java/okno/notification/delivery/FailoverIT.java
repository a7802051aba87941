package okno.notification.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import okno.notification.NotificationServiceSetup;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Two SMS gateways. Each test begins with both in good standing, in a service of its own. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class FailoverIT extends NotificationServiceSetup {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SECOND = "/second/sms/v1/messages";
    private static final int MANY = 40;

    @DynamicPropertySource
    static void twoGateways(DynamicPropertyRegistry properties) {
        properties.add("OKNO_SMS2_URL", () -> OUTSIDE.baseUrl() + "/second");
        properties.add("okno.notification.failover.slow", () -> "500ms");
        properties.add("okno.notification.failover.rest", () -> "2s");
        properties.add("okno.notification.delivery.parallel", () -> "8");
    }

    private static void first(ResponseDefinitionBuilder answer) {
        OUTSIDE.stubFor(post(SMS).willReturn(answer));
    }

    private static void second(ResponseDefinitionBuilder answer) {
        OUTSIDE.stubFor(post(SECOND).willReturn(answer));
    }

    private static ResponseDefinitionBuilder taken() {
        return aResponse()
                .withStatus(202)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"messageId\":\"m\"}");
    }

    private static List<String> idsAt(String path) {
        return OUTSIDE.findAll(postRequestedFor(urlPathEqualTo(path))).stream()
                .map(request ->
                        JSON.readTree(request.getBody()).get("clientMessageId").asString())
                .toList();
    }

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
                        "select count(*) from delivery where channel = 'SMS' and state = :state and person_id in (:persons)")
                .param("state", state)
                .param("persons", persons)
                .query(Long.class)
                .single();
    }

    @Test
    void a_gateway_that_refuses_all_is_set_aside_and_no_message_is_lost_or_doubled() {
        first(aResponse().withStatus(503));
        second(taken());

        List<String> persons = tell(MANY);

        await().atMost(SOON).until(() -> inState(persons, "ACCEPTED") == MANY);
        assertThat(idsAt(SECOND)).hasSize(MANY).doesNotHaveDuplicates();
        // It was noticed: most were never offered to it.
        assertThat(idsAt(SMS).size()).isLessThan(MANY * 2);
    }

    @Test
    void a_slow_gateway_is_set_aside_while_it_still_answers_and_nobody_gets_two() {
        first(taken().withFixedDelay(1500));
        second(taken());

        List<String> persons = tell(MANY);

        await().atMost(SOON).until(() -> inState(persons, "ACCEPTED") == MANY);
        Set<String> both = new HashSet<>(idsAt(SMS));
        both.retainAll(idsAt(SECOND));
        assertThat(both).isEmpty();
        assertThat(idsAt(SMS).size() + idsAt(SECOND).size()).isEqualTo(MANY);
        assertThat(idsAt(SECOND).size()).isGreaterThan(MANY / 3);
    }

    @Test
    void what_a_silent_gateway_may_have_is_repeated_there_alone_until_it_answers() {
        first(taken().withFixedDelay(3000));
        second(taken());

        List<String> persons = tell(MANY);
        await().atMost(SOON).until(() -> inState(persons, "ACCEPTED") >= MANY - 24);
        Set<String> uncertain = new HashSet<>(idsAt(SMS));
        first(taken());

        await().atMost(SOON).until(() -> inState(persons, "ACCEPTED") == MANY);
        assertThat(idsAt(SECOND)).doesNotContainAnyElementsOf(uncertain).doesNotHaveDuplicates();
    }

    @Test
    void a_gateway_that_has_recovered_is_the_first_choice_again() {
        first(aResponse().withStatus(503));
        second(taken());
        List<String> before = tell(MANY);
        await().atMost(SOON).until(() -> inState(before, "ACCEPTED") == MANY);
        first(taken());

        await().atMost(SOON).untilAsserted(() -> {
            List<String> later = tell(1);
            await().atMost(SOON).until(() -> inState(later, "ACCEPTED") == 1);
            assertThat(jdbc.sql("select provider from delivery where channel = 'SMS' and person_id = :id")
                            .param("id", later.getFirst())
                            .query(String.class)
                            .single())
                    .isEqualTo("sms-1");
        });
    }

    @Test
    void a_message_whose_outcome_nobody_learns_fails_as_unknown_and_is_not_sent_elsewhere() {
        first(taken().withFixedDelay(3000));
        second(taken());
        String person = tell(1).getFirst();
        await().atMost(SOON).until(() -> !idsAt(SMS).isEmpty());

        jdbc.sql(
                        "update delivery set uncertain_since = now() - interval '1 hour' where channel = 'SMS' and person_id = :id")
                .param("id", person)
                .update();

        await().atMost(SOON).untilAsserted(() -> assertThat(jdbc.sql(
                                "select state || ' ' || reason from delivery where channel = 'SMS' and person_id = :id")
                        .param("id", person)
                        .query(String.class)
                        .optional())
                .contains("FAILED outcome_unknown"));
        assertThat(idsAt(SECOND)).isEmpty();
    }
}

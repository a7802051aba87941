package okno.notification.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** The service killed with SIGKILL, or put to sleep with SIGSTOP, while it or the providers have its messages. */
class KillIT extends OwnProcessSetup {

    private static final int MANY = 60;
    private static final int LOAD = 300;
    private static final int KILLS = 2;

    @Test
    void killed_between_sending_and_recording_it_tells_everybody_once_by_one_gateway() throws Exception {
        outside.stubFor(post(urlPathMatching(".*/sms/v1/messages")).willReturn(taken(4000)));
        Process killed = service(0);
        untilItIsThere();
        publish(events(MANY));
        await().atMost(SOON).until(() -> sms().size() >= 10);
        List<String> settled = accepted();
        killed.destroyForcibly().waitFor();
        long mayBeThere = count("state = 'PENDING' and provider is not null");
        outside.stubFor(post(urlPathMatching(".*/sms/v1/messages")).willReturn(taken(0)));

        service(0);

        await().atMost(SOON).until(() -> count("state = 'ACCEPTED'") == MANY);
        assertThat(mayBeThere).isPositive();
        assertThat(new HashSet<>(sms())).hasSize(MANY);
        nobodyGotTwoByTwoGateways();
        List<String> after = sms();
        assertThat(settled)
                .allSatisfy(id -> assertThat(after).filteredOn(id::equals).hasSize(1));
        // Only what was in flight at the kill was sent again, under its own id.
        assertThat(after.size() - MANY).isLessThanOrEqualTo((int) mayBeThere);
    }

    @Test
    void killed_under_load_with_every_event_coming_twice_it_tells_once_of_each_event_by_each_channel()
            throws Exception {
        outside.stubFor(post(urlPathMatching(".*/sms/v1/messages")).willReturn(taken(300)));
        relay.afterLetter = Duration.ofMillis(300);
        List<ProducerRecord<String, byte[]>> known = new ArrayList<>();
        Map<String, Integer> settled = new HashMap<>();
        long mayBeThere = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long there = accepted().size();
            Process killed = service(relay.port());
            List<ProducerRecord<String, byte[]>> news = events(LOAD);
            known.addAll(news);
            publish(news);
            publish(known);
            await().atMost(SOON).ignoreExceptions().until(() -> accepted().size() >= there + LOAD / 5);
            killed.destroyForcibly().waitFor();
            mayBeThere += count("state = 'PENDING' and provider is not null");
            List<String> given = given();
            accepted().forEach(id -> settled.putIfAbsent(id, Collections.frequency(given, id)));
        }
        int all = LOAD * KILLS;

        service(relay.port());

        await().atMost(SOON).until(() -> count("state = 'ACCEPTED'") == 2 * all);
        List<String> given = given();
        assertThat(new HashSet<>(sms())).hasSize(all);
        assertThat(new HashSet<>(relay.ids())).hasSize(all);
        nobodyGotTwoByTwoGateways();
        assertThat(count("true")).isEqualTo(2L * all);
        assertThat(mayBeThere).isPositive();
        assertThat((long) given.size() - 2 * all).isLessThanOrEqualTo(mayBeThere);
        // What was settled at a kill was not sent once more.
        assertThat(settled).allSatisfy((id, times) -> assertThat(Collections.frequency(given, id))
                .isEqualTo(times));
    }

    @Test
    void an_instance_that_slept_beyond_its_lease_sends_nothing_of_what_another_has_settled() throws Exception {
        outside.stubFor(post(urlPathMatching(".*/sms/v1/messages")).willReturn(taken(0)));
        outside.stubFor(get(urlPathMatching("/internal/persons/.*"))
                .willReturn(okJson(PERSON).withFixedDelay(10_000)));
        Process sleeper = service(0);
        untilItIsThere();
        publish(events(MANY));
        await().atMost(SOON).until(() -> count("provider is not null") == MANY);
        signal("STOP", sleeper);
        assertThat(sms()).isEmpty();
        outside.stubFor(get(urlPathMatching("/internal/persons/.*")).willReturn(okJson(PERSON)));

        service(0);
        await().atMost(SOON).until(() -> count("state = 'ACCEPTED'") == MANY);
        signal("CONT", sleeper);

        // Long enough to ask for the addresses once more.
        await().during(Duration.ofSeconds(5)).atMost(SOON).until(() -> sms().size() == MANY);
        assertThat(sms()).doesNotHaveDuplicates();
    }

    private static void signal(String name, Process process) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}

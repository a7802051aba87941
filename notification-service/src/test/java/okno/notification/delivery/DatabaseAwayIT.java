package okno.notification.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import okno.notification.NotificationServiceSetup;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * The database refuses everybody for some seconds while messages are with the gateway. In a service of its own, since it
 * leaves pauses behind; with a lease that outlasts the trouble, since what it is about is the record and not the repeat.
 */
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
@TestPropertySource(properties = "okno.notification.delivery.lease=3m")
class DatabaseAwayIT extends NotificationServiceSetup {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int MANY = 30;

    @Autowired
    private Environment environment;

    private JdbcClient administration(String url) {
        var source = new PGSimpleDataSource();
        source.setUrl(url.replaceFirst("/[^/?]+(\\?|$)", "/postgres$1"));
        source.setUser(environment.getRequiredProperty("spring.datasource.username"));
        source.setPassword(environment.getRequiredProperty("spring.datasource.password"));
        return JdbcClient.create(source);
    }

    @Test
    void what_was_sent_while_the_database_was_away_is_recorded_when_it_is_back_and_not_sent_again() {
        OUTSIDE.stubFor(post(SMS)
                .willReturn(aResponse()
                        .withStatus(202)
                        .withFixedDelay(1500)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"messageId\":\"m\"}")));
        List<String> persons =
                IntStream.range(0, MANY).mapToObj(i -> aPerson("ru")).toList();
        String url = environment.getRequiredProperty("spring.datasource.url");
        String name = url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
        JdbcClient administration = administration(url);
        persons.subList(0, MANY / 2).forEach(person -> applicationBecomes(person, "APPROVED"));
        await().atMost(SOON)
                .until(() -> persons.stream()
                                .mapToLong(person -> smsTo(person).size())
                                .sum()
                        >= 5);

        administration
                .sql("alter database %s allow_connections false".formatted(name))
                .update();
        administration
                .sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = :name")
                .param("name", name)
                .query(Long.class)
                .single();
        // Those who are with the gateway come back to no database; others are only now published.
        persons.subList(MANY / 2, MANY).forEach(person -> applicationBecomes(person, "APPROVED"));
        await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
        administration
                .sql("alter database %s allow_connections true".formatted(name))
                .update();

        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> assertThat(persons)
                .allSatisfy(
                        person -> assertThat(deliveries(person)).containsExactly("EMAIL ACCEPTED", "SMS ACCEPTED")));
        assertThat(persons).allSatisfy(person -> {
            assertThat(smsTo(person)).hasSize(1);
            assertThat(lettersTo(person)).hasSize(1);
        });
    }
}

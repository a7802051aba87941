package okno.identity.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import okno.identity.IdentityIT;
import okno.identity.person.domain.Person;
import okno.platform.core.Ids;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class JournalIT extends IdentityIT {

    @Autowired
    private KeepEntries keepEntries;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void what_a_person_does_comes_into_the_journal() {
        Person person = somebody();
        http.patch()
                .uri("/api/v1/me")
                .header(HttpHeaders.AUTHORIZATION, bearer(person))
                .header(HttpHeaders.IF_MATCH, "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"language\":\"en\"}")
                .exchange()
                .expectStatus()
                .isOk();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> get(person, "/api/v1/me/audit")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].action")
                .isEqualTo("profile.updated")
                .jsonPath("$.items[0].service")
                .isEqualTo("identity-service")
                .jsonPath("$.items[0].result")
                .isEqualTo("DONE"));
        get(person, "/api/v1/me/data-access")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    void a_person_sees_which_service_read_their_data_and_why() {
        Person person = somebody();
        String path = "/internal/persons/" + person.id();
        String service = TestTokens.service("application-service").bearer();
        http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, service)
                .exchange()
                .expectStatus()
                .isBadRequest();
        http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, service)
                .header("Okno-Purpose", "application.prefill")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.snils")
                .isEqualTo(person.snils().value())
                .jsonPath("$.passport.number")
                .isEqualTo(person.passport().number());
        http.get()
                .uri(path + "/contacts")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.service("notification-service").bearer())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.phone")
                .isEqualTo(person.contacts().phone())
                .jsonPath("$.snils")
                .doesNotHaveJsonPath();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> get(person, "/api/v1/me/data-access")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[?(@.action=='person.read')].purpose")
                .isEqualTo("application.prefill")
                .jsonPath("$.items[?(@.action=='person.read')].actor")
                .isEqualTo("application-service"));
    }

    @Test
    void persons_are_for_services_only() {
        Person person = somebody();
        http.get()
                .uri("/internal/persons/" + person.id())
                .header(HttpHeaders.AUTHORIZATION, bearer(person))
                .header("Okno-Purpose", "curiosity")
                .exchange()
                .expectStatus()
                .isForbidden();
        http.get()
                .uri("/internal/persons/" + Ids.next())
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.service("org-service").bearer())
                .header("Okno-Purpose", "org.head_check")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void an_entry_that_comes_twice_is_kept_once() {
        List<NewEntry> entries = EntryFixture.entries("twice-" + Ids.next(), 50);
        assertThat(keep(entries)).isEqualTo(50);
        assertThat(keep(entries)).isZero();
    }

    @Test
    void pages_go_back_in_time_without_gap_or_repetition() {
        Person person = somebody();
        keep(EntryFixture.entries(person.id().toString(), 5));
        get(person, "/api/v1/me/audit?limit=3")
                .expectBody()
                .jsonPath("$.items[0].objectId")
                .isEqualTo("4")
                .jsonPath("$.items[2].objectId")
                .isEqualTo("2")
                .jsonPath("$.next")
                .value(String.class, next -> get(person, "/api/v1/me/audit?limit=3&after=" + next)
                        .expectBody()
                        .jsonPath("$.items[0].objectId")
                        .isEqualTo("1")
                        .jsonPath("$.items.length()")
                        .isEqualTo(2));
    }

    @Test
    void nothing_in_the_journal_can_be_changed() {
        keep(EntryFixture.entries("fixed-" + Ids.next(), 1));
        for (String attack : List.of(
                "update audit_entry set actor_id = 'nobody'", "delete from audit_entry", "truncate audit_entry")) {
            assertThatThrownBy(() -> jdbc.sql(attack).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void entries_lie_in_the_partition_of_their_month() {
        String actor = "partition-" + Ids.next();
        keep(EntryFixture.entries(actor, 1));
        assertThat(jdbc.sql("select tableoid::regclass::text from audit_entry where actor_id = :actor")
                        .param("actor", actor)
                        .query(String.class)
                        .single())
                .matches("audit_entry_\\d{4}_\\d{2}");
    }

    @Test
    void takes_thousands_of_entries_a_second() {
        String actor = "fast-" + Ids.next();
        keep(EntryFixture.entries(actor, 500));
        List<List<NewEntry>> batches = IntStream.range(0, 40)
                .mapToObj(i -> EntryFixture.entries(actor, 500))
                .toList();
        long start = System.nanoTime();
        batches.forEach(this::keep);
        double perSecond = 20_000 / ((System.nanoTime() - start) / 1e9);
        // Prints the figure; the bound is far below it, because the machine is shared.
        System.getLogger("journal").log(System.Logger.Level.INFO, "journal: {0} entries/s", Math.round(perSecond));
        assertThat(perSecond).isGreaterThan(2_000);
    }

    private int keep(List<NewEntry> entries) {
        return keepEntries.handle(new KeepEntries.Command(entries));
    }

    private ResponseSpec get(Person person, String path) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, bearer(person))
                .exchange();
    }

    private static String bearer(Person person) {
        return TestTokens.person(person.id().value()).bearer();
    }
}

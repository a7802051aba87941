package okno.application.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import okno.application.ApplicationServiceCase;
import okno.application.catalogue.TermQueries;
import okno.platform.test.TestEvents;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Drafts are kept for 90 days, and a warning comes 7 days before. */
class ExpireDraftsIT extends ApplicationServiceCase {

    private final Instant now = Instant.now();
    private final String person = UUID.randomUUID().toString();

    @Autowired
    ExpireDrafts expireDrafts;

    @Test
    void a_draft_left_alone_ends_after_a_warning_and_no_other_does() {
        UUID young = aDraft(80, 80);
        UUID comeBackTo = aDraft(200, 1);
        UUID old = aDraft(84, 84);
        UUID unwarned = aDraft(100, 100);
        UUID warnedLately = aDraft(100, 100);
        warned(warnedLately, 6);
        UUID warnedInTime = aDraft(100, 100);
        warned(warnedInTime, 8);
        UUID touchedAfterwards = aDraft(200, 85);
        warned(touchedAfterwards, 110);
        UUID submitted = aDraft(200, 200);
        jdbc.sql("update application set status = 'SUBMITTED' where id = :id")
                .param("id", submitted)
                .update();

        expireDrafts.look();
        expireDrafts.look();

        assertThat(jdbc.sql("select id from application where person_id = :person")
                        .param("person", person)
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(
                        young, comeBackTo, old, unwarned, warnedLately, touchedAfterwards, submitted);
        await().untilAsserted(() -> assertThat(keptUntil(touchedAfterwards)).isEqualTo(today().plusDays(6)));
        assertThat(keptUntil(old)).isEqualTo(today().plusDays(6));
        assertThat(keptUntil(unwarned)).isEqualTo(today().plusDays(6));
        for (UUID quiet : new UUID[] {young, comeBackTo, warnedLately, warnedInTime, submitted}) {
            assertThat(TestEvents.about(EVENTS, quiet)).isEmpty();
        }
        await().untilAsserted(() -> assertThat(TestEvents.all("okno.platform.audit.v1"))
                .filteredOn(event -> event.data().path("objectId").asString().equals(warnedInTime.toString()))
                .extracting(event -> event.data().path("action").asString())
                .containsExactly("application.expired"));
    }

    @Test
    void a_draft_says_how_long_it_is_kept_and_what_was_submitted_does_not() {
        Citizen citizen = aCitizen();
        UUID draft = draft(citizen.api(), "residence-certificate");

        assertThat(citizen.api().get("/applications/" + draft).text("/keptUntil"))
                .isEqualTo(today().plusDays(89).toString());
        UUID submitted = aSubmittedCertificate(citizen.api());
        assertThat(citizen.api().get("/applications/" + submitted).json().has("keptUntil"))
                .isFalse();
    }

    /** The one warning there was. */
    private static LocalDate keptUntil(UUID id) {
        var events = TestEvents.about(EVENTS, id);
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().type()).isEqualTo("okno.draft.expiring.v1");
        return LocalDate.parse(events.getFirst().data().path("keptUntil").asString());
    }

    private UUID aDraft(int begunDaysAgo, int touchedDaysAgo) {
        // As one of version 7 begins: with the milliseconds of its time.
        UUID id = new UUID(
                ago(begunDaysAgo).toEpochMilli() << 16 | 0x7000L,
                UUID.randomUUID().getLeastSignificantBits());
        jdbc.sql("""
                        insert into application (id, version, service_code, service_version, agency, exclusive, person_id,
                                                 status, created_at, updated_at)
                        select :id, 1, code, version, 'mvd', false, :person, 'DRAFT', :begun, :touched
                          from service_passport where code = 'residence-certificate' order by version desc limit 1
                        """)
                .param("id", id)
                .param("person", person)
                .param("begun", ago(begunDaysAgo).atOffset(ZoneOffset.UTC))
                .param("touched", ago(touchedDaysAgo).atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private void warned(UUID id, int daysAgo) {
        jdbc.sql("insert into draft_warning (application_id, warned_at) values (:id, :at)")
                .param("id", id)
                .param("at", ago(daysAgo).atOffset(ZoneOffset.UTC))
                .update();
    }

    private Instant ago(int days) {
        return now.minus(Duration.ofDays(days));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, TermQueries.ZONE);
    }
}

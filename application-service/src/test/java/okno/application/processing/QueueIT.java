package okno.application.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk of its own with sixty applications: ten days, each with one of six kinds. */
class QueueIT extends ApplicationServiceCase {

    private final String agency = "queue-" + UUID.randomUUID();
    private Api officer;

    @BeforeEach
    void aFullDesk() {
        officer = api(TestTokens.officer("somebody").agency(agency));
        jdbc.sql("""
                        insert into application (id, version, service_code, service_version, agency, exclusive, region,
                                                 person_id, status, created_at, updated_at, number, submitted_at,
                                                 expected_completion_date, unit, assignee)
                        select uuidv7(), 2, 'residence-certificate',
                               (select max(version) from service_passport where code = 'residence-certificate'),
                               :agency, false, case kind when 0 then '77' when 1 then '50' end,
                               'somebody', case kind when 2 then 'INFO_REQUESTED' when 3 then 'COMPLETED' when 4 then 'IN_REVIEW'
                                           else 'SUBMITTED' end,
                               now(), now(), :agency || day || '-' || kind, now(),
                               (now() at time zone 'Europe/Moscow')::date + day, case kind when 4 then 'north' else 'south' end,
                               case kind when 4 then 'officer-4' end
                          from generate_series(-2, 7) day, generate_series(0, 5) kind
                        """).param("agency", agency).update();
    }

    @Test
    void pages_go_on_where_the_last_one_ended_what_is_due_first_on_top() {
        List<String> seen = new ArrayList<>();
        List<String> due = new ArrayList<>();
        String after = "";
        do {
            Api.Answer page =
                    officer.get("/agency/applications?limit=7" + after).expect(200);
            page.json().path("items").forEach(item -> {
                seen.add(item.path("id").asString());
                due.add(item.path("expectedCompletionDate").asString());
            });
            String next = page.text("/next");
            after = next == null ? null : "&after=" + next;
        } while (after != null);

        // All but the completed ones.
        assertThat(seen).hasSize(50).doesNotHaveDuplicates();
        assertThat(due).isSorted();
        officer.get("/agency/applications?after=yesterday").expect(400);
        officer.get("/agency/applications?after=2026-01-01").expect(400);
    }

    @Test
    void filters_narrow_each_and_together() {
        assertThat(found("status=COMPLETED")).isEqualTo(10);
        assertThat(found("region=77")).isEqualTo(10);
        assertThat(found("unit=north")).isEqualTo(10);
        assertThat(found("assignee=officer-4")).isEqualTo(10);
        assertThat(found("unassigned=true")).isEqualTo(40);
        assertThat(found("service=residence-certificate")).isEqualTo(50);
        assertThat(found("service=ip-registration")).isZero();
        // Two days late, four kinds: of the fifth the applicant is waited for.
        assertThat(found("overdue=true")).isEqualTo(8);
        assertThat(found("dueWithin=0")).isEqualTo(15);
        assertThat(found("dueWithin=1&unit=north&status=IN_REVIEW")).isEqualTo(4);
        officer.get("/agency/applications?dueWithin=-1").expect(400);
        officer.get("/agency/applications?region=Moscow").expect(400);
    }

    @Test
    void an_officer_of_a_region_sees_it_and_what_knows_no_region_whatever_they_ask_for() {
        Api moscow = api(TestTokens.officer("somebody").agency(agency).region("77"));

        assertThat(found(moscow, "")).isEqualTo(40);
        assertThat(found(moscow, "region=50")).isZero();
        assertThat(moscow.get("/agency/applications/counts")
                        .json()
                        .at("/byStatus/SUBMITTED/count")
                        .asInt())
                .isEqualTo(20);
        assertThat(found(api(TestTokens.officer("somebody").agency("none-" + agency)), ""))
                .isZero();
    }

    @Test
    void counts_say_how_much_there_is() {
        Api.Answer counts = officer.get("/agency/applications/counts").expect(200);

        assertThat(counts.json().at("/byStatus/SUBMITTED/count").asInt()).isEqualTo(30);
        assertThat(counts.json().at("/byStatus/SUBMITTED/more").asBoolean()).isFalse();
        assertThat(counts.json().at("/byStatus/IN_REVIEW/count").asInt()).isEqualTo(10);
        assertThat(counts.json().at("/byStatus").has("COMPLETED")).isFalse();
        assertThat(counts.json().at("/unassigned/count").asInt()).isEqualTo(40);
        assertThat(counts.json().at("/overdue/count").asInt()).isEqualTo(8);
        assertThat(counts.json().at("/dueSoon/count").asInt()).isEqualTo(30);
        assertThat(officer.get("/agency/applications/counts?unit=north")
                        .json()
                        .at("/byStatus/SUBMITTED/count")
                        .asInt())
                .isZero();
    }

    private int found(String query) {
        return found(officer, query);
    }

    private static int found(Api officer, String query) {
        return officer.get("/agency/applications?limit=100&" + query)
                .expect(200)
                .json()
                .path("items")
                .size();
    }
}

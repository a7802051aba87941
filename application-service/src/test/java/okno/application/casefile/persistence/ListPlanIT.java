package okno.application.casefile.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import okno.application.ApplicationServiceCase;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.DeskPlace;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.ServiceRef;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An agency with 500 officers and 200,000 applications, a tenth of them a company's: every question about a list finds its index, and none
 * reads the table through.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPlanIT extends ApplicationServiceCase {

    private static final int ROWS = 200_000;
    private static final int OFFICERS = 500;

    private final String agency = "plan-" + UUID.randomUUID();
    private final Owner company = new Owner("somebody", UUID.randomUUID());
    private final DeskRows.Condition all =
            new DeskRows.Condition(agency, null, null, null, null, null, null, false, null, null, null);

    @Autowired
    DeskRows rows;

    @Autowired
    OwnerRows ownerRows;

    @Autowired
    OfficerLoads loads;

    @BeforeAll
    void muchToDo() {
        jdbc.sql("""
                        insert into application (id, version, service_code, service_version, agency, exclusive, region,
                                                 person_id, org_id, status, created_at, updated_at, number, submitted_at,
                                                 expected_completion_date, unit, assignee, check_states)
                        select uuidv7(), 2, 'residence-certificate',
                               (select max(version) from service_passport where code = 'residence-certificate'),
                               :agency, false, lpad((1 + n % 85)::text, 2, '0'), 'p' || n, case when n % 10 = 0 then cast(:org as uuid) end,
                               (array['SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'APPROVED', 'COMPLETED'])[1 + n % 6],
                               now(), now(), upper(:agency) || n, now(), current_date + (n % 40 - 10),
                               'unit-' || n % 3, case when n % 5 > 0 then 'officer-' || n % 400 end,
                               case n % 1000 when 0 then '{FAILED}'::text[] when 1 then '{PENDING}'::text[] end
                          from generate_series(1, :rows) n
                        """)
                .param("agency", agency)
                .param("org", company.orgId())
                .param("rows", ROWS)
                .update();
        jdbc.sql("""
                        insert into officer (agency, id) select :agency, 'officer-' || n from generate_series(1, :officers) n
                        """).param("agency", agency).param("officers", OFFICERS).update();
        // An index alone is enough where pages are known to be seen by everybody; somebody who still looks delays that.
        await().until(() -> {
            jdbc.sql("vacuum analyze application").update();
            return jdbc.sql("select relallvisible > relpages / 2 from pg_class where relname = 'application'")
                    .query(Boolean.class)
                    .single();
        });
    }

    @Test
    void the_first_page_and_a_far_one_come_out_of_the_index() {
        assertThat(plan(all, null)).contains("Index Only Scan using application_desk ");
        DeskPlace far = new DeskPlace(LocalDate.now().plusDays(20), new UUID(0, 0));
        assertThat(plan(all, far)).contains("Index Only Scan using application_desk ");
    }

    @Test
    void a_status_an_officer_and_what_is_free_have_indexes_of_their_own() {
        assertThat(plan(condition(ApplicationStatus.IN_REVIEW, null, false), null))
                .contains("application_desk_status");
        assertThat(plan(condition(ApplicationStatus.COMPLETED, null, false), null))
                .contains("application_desk_status");
        assertThat(plan(condition(null, "officer-7", false), null)).contains("application_assignee");
        assertThat(plan(condition(null, null, true), null)).contains("application_desk_free");
    }

    @Test
    void what_registers_have_still_to_answer_or_have_denied_is_found_without_the_rest_of_the_desk() {
        for (String state : List.of("PENDING", "FAILED")) {
            DeskRows.Condition asked =
                    new DeskRows.Condition(agency, null, null, null, null, null, null, false, null, null, state);

            assertThat(plan(asked, null)).contains("Index Only Scan using application_desk_checks ");
            assertThat(rows.count(List.of(asked), 1001)).first().satisfies(found -> assertThat(found)
                    .isBetween(1, ROWS / 1000));
        }
    }

    @Test
    void a_region_that_is_one_of_many_is_found_in_the_index() {
        DeskRows.Condition moscow =
                new DeskRows.Condition(agency, "77", null, null, null, null, null, false, null, null, null);

        assertThat(plan(moscow, null)).contains("Index Only Scan using application_desk ");
    }

    @Test
    void counts_stop_at_their_limit() {
        assertThat(rows.count(List.of(all, condition(null, "officer-7", false)), 1001))
                .first()
                .isEqualTo(1001);
    }

    @Test
    void whatever_a_large_company_asks_for_comes_out_of_the_index() {
        List<OwnerRows.Condition> asked = List.of(
                OwnerRows.Condition.NONE,
                new OwnerRows.Condition("REJECTED", null, null, null, null, List.of()),
                new OwnerRows.Condition(null, "no-such-service", null, null, null, List.of()),
                new OwnerRows.Condition(null, null, Instant.EPOCH, Instant.EPOCH.plusSeconds(1), null, List.of()),
                new OwnerRows.Condition(null, null, null, null, "no such number", List.of("no-such-service")));

        for (OwnerRows.Condition condition : asked) {
            Map<String, Object> params = new HashMap<>();
            String statement = OwnerRows.page(company, condition, new UUID(-1, -1), params);
            assertThat(plan(statement, params)).contains("Index Only Scan Backward using application_owner_list ");
        }
    }

    @Test
    void the_one_application_of_a_service_comes_out_of_the_index() {
        for (String statement : List.of(Applications.UNDER_WAY, Applications.LAST_FILED)) {
            Map<String, Object> params = new HashMap<>();
            params.put("owner", company.key());
            params.put("service", "no-such-service");
            assertThat(plan(statement, params)).containsPattern("Index Only Scan.* using application_owner_list ");
        }
    }

    @Test
    void a_company_finds_by_any_part_of_a_number_and_a_percent_sign_is_one() {
        assertThat(found(agency.toUpperCase(Locale.ROOT) + "77")).hasSize(21);
        assertThat(found(agency + "199990")).hasSize(1);
        assertThat(found("%")).isEmpty();
    }

    @Test
    void a_submission_counts_the_work_of_a_few_of_500_officers() {
        Map<String, Object> params = new HashMap<>();
        params.put("agency", agency);
        params.put("region", "77");
        params.put("unit", "unit-1");
        params.put("skills", new String[] {"residence-certificate"});
        String few = explained(OfficerLoads.FOR_NEW, params);

        assertThat(few).containsPattern("application_assignee on application.*loops=16\\)");

        params.put("out", new String[0]);
        params.put("skills", null);
        assertThat(explained(OfficerLoads.LEAST_LOADED, params))
                .containsPattern("application_assignee on application.*loops=500\\)");
    }

    @Test
    void a_submission_counts_the_work_of_a_unit_to_a_bound() {
        Map<String, Object> params = new HashMap<>();
        params.put("units", new String[] {"unit-0", "unit-1", "unit-2"});

        assertThat(explained(UnitLoads.LEAST_LOADED, params))
                .containsPattern("application_unit on application.*rows=5000.00 loops=3\\)");
    }

    @Test
    void new_work_is_spread_evenly_over_500_officers() {
        String idle = "idle-" + agency;
        jdbc.sql("insert into officer (agency, id) select :agency, :agency || n from generate_series(1, :officers) n")
                .param("agency", idle)
                .param("officers", OFFICERS)
                .update();
        Application waiting = Application.draft(
                UUID.randomUUID(), new ServiceRef("residence-certificate", 1, idle, false), company, Instant.EPOCH);
        for (int i = 0; i < 2 * OFFICERS; i++) {
            jdbc.sql("""
                            insert into application (id, version, service_code, service_version, agency, exclusive,
                                                     person_id, status, created_at, updated_at, expected_completion_date,
                                                     assignee)
                            select uuidv7(), 2, code, version, :agency, false, 'p', 'SUBMITTED', now(), now(), current_date,
                                   :officer
                              from service_passport
                             where code = 'residence-certificate'
                             limit 1
                            """)
                    .param("agency", idle)
                    .param("officer", loads.forNew(waiting, Set.of()).orElseThrow())
                    .update();
        }

        assertThat(jdbc.sql(
                                "select max(n) from (select count(*) as n from application where agency = :agency group by assignee) c")
                        .param("agency", idle)
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(3);
    }

    private String explained(String statement, Map<String, Object> params) {
        String plan = String.join(
                "\n",
                jdbc.sql("explain (analyze, buffers) " + statement)
                        .params(params)
                        .query(String.class)
                        .list());
        if (Boolean.getBoolean("plans.show")) {
            System.out.println(statement + "\n" + plan);
        }
        return plan;
    }

    private List<Application> found(String query) {
        return ownerRows.page(company, new OwnerRows.Condition(null, null, null, null, query, List.of()), 20, null);
    }

    private DeskRows.Condition condition(ApplicationStatus status, String assignee, boolean unassigned) {
        return new DeskRows.Condition(agency, null, status, null, null, null, assignee, unassigned, null, null, null);
    }

    private String plan(DeskRows.Condition condition, DeskPlace after) {
        Map<String, Object> params = new HashMap<>();
        return plan(DeskRows.page(condition, after, params), params);
    }

    private String plan(String statement, Map<String, Object> params) {
        params.put("limit", 21);
        String plan = String.join(
                "\n",
                jdbc.sql("explain (analyze, buffers) " + statement)
                        .params(params)
                        .query(String.class)
                        .list());
        assertThat(plan).doesNotContain("Seq Scan");
        if (Boolean.getBoolean("plans.show")) {
            System.out.println(statement + "\n" + plan);
        }
        return plan;
    }
}

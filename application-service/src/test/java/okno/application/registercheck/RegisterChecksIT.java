package okno.application.registercheck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import okno.application.Api;
import okno.platform.core.number.Ogrn;
import okno.platform.test.TestEvents;
import org.junit.jupiter.api.Test;

/** A form that names a company which no other test knows. */
class RegisterChecksIT extends RegisterCheckCase {

    @Test
    void a_company_is_judged_by_its_record_while_filling_in_and_at_submission() {
        publish("REFUSE");
        company(company, "ACTIVE");
        company(closed, "LIQUIDATED");
        String unknown = anOgrn();
        OTHERS.stubFor(
                get("/internal/organisations/" + unknown).willReturn(aResponse().withStatus(404)));
        Api citizen = aCitizen().api();
        UUID id = filled(citizen, unknown);

        assertThat(faults(citizen, id)).containsExactly("/form/company company_gone");
        assertThat(readiness(citizen, id).text("/errors/0/message")).isEqualTo("Такой организации нет");
        citizen.patch(id, 2, Map.of("company", closed)).expect(200);
        assertThat(faults(citizen, id)).containsExactly("/form/company company_gone");
        // What cannot be a key at all is said to be wrong once, and no register is asked.
        citizen.patch(id, 3, Map.of("company", "123")).expect(200);
        assertThat(faults(citizen, id)).hasSize(1).doesNotContain("/form/company company_gone");

        citizen.patch(id, 4, Map.of("company", company)).expect(200);
        assertThat(faults(citizen, id)).isEmpty();
        citizen.post("/applications/" + id + "/submission", Map.of()).expect(201);
        assertThat(checks(agency(), id)).isEmpty();
    }

    @Test
    void without_the_register_nobody_submits_where_the_passport_does_not_let_it_wait() {
        publish("REFUSE");
        away(company);
        Api citizen = aCitizen().api();
        UUID id = filled(citizen, company);

        Api.Answer told =
                citizen.post("/applications/" + id + "/submission", Map.of()).expect(422);
        assertThat(codes(told, "errors")).containsExactly("/form/company register_unavailable");
        assertThat(told.text("/errors/0/message")).startsWith("Реестр сейчас недоступен");
        assertThat(codes(readiness(citizen, id), "errors")).isEqualTo(codes(told, "errors"));

        company(company, "ACTIVE");
        await().atMost(BACK).untilAsserted(() -> assertThat(codes(readiness(citizen, id), "errors"))
                .isEmpty());
        citizen.post("/applications/" + id + "/submission", Map.of()).expect(201);
    }

    @Test
    void what_a_register_said_a_moment_ago_will_do_while_filling_in_but_not_for_the_submission() {
        publish("REFUSE");
        company(company, "ACTIVE");
        Api citizen = aCitizen().api();
        UUID id = filled(citizen, company);

        assertThat(codes(readiness(citizen, id), "errors")).isEmpty();
        company(company, "LIQUIDATED");
        assertThat(codes(readiness(citizen, id), "errors")).isEmpty();
        assertThat(asked(company)).isEqualTo(1);

        citizen.post("/applications/" + id + "/submission", Map.of()).expect(422);
        assertThat(asked(company)).isEqualTo(2);
        // What the submission was told is the newest there is.
        assertThat(codes(readiness(citizen, id), "errors")).containsExactly("/form/company company_gone");
        assertThat(asked(company)).isEqualTo(2);
    }

    @Test
    void a_register_that_is_away_makes_whoever_fills_in_wait_once() {
        publish("LATER");
        away(company);
        Api citizen = aCitizen().api();
        UUID id = filled(citizen, company);

        assertThat(codes(readiness(citizen, id), "postponed")).containsExactly("/form/company company_gone");
        int tries = asked(company);
        assertThat(codes(readiness(citizen, id), "postponed")).containsExactly("/form/company company_gone");
        assertThat(asked(company)).isEqualTo(tries).isPositive();

        company(company, "LIQUIDATED");
        await().atMost(BACK).untilAsserted(() -> assertThat(codes(readiness(citizen, id), "errors"))
                .containsExactly("/form/company company_gone"));
    }

    @Test
    void a_sole_trader_is_looked_up_in_a_register_of_its_own() {
        String trader = Ogrn.complete(
                        "32677010000" + ThreadLocalRandom.current().nextInt(100, 999))
                .value();
        Map<String, Object> passport = passport("LATER");
        map(map(passport.get("form")).get("properties"))
                .put("company", Map.of("$ref", "urn:okno:form:v1#/$defs/ogrnip"));
        Map<String, Object> check = check("LATER");
        check.put("register", "EGRIP");
        check.put("holds", "record.status == 'ACTIVE' && record.okvedMain.startsWith('01')");
        passport.put("registerChecks", List.of(check));
        publish(passport);
        trader(trader, "62.01");
        Api citizen = aCitizen().api();
        UUID id = filled(citizen, trader);

        assertThat(faults(citizen, id)).containsExactly("/form/company company_gone");
        trader(trader, "01.49");
        citizen.post("/applications/" + id + "/submission", Map.of()).expect(201);
        OTHERS.verify(0, getRequestedFor(urlEqualTo("/internal/organisations/" + trader)));
    }

    @Test
    void where_it_may_wait_the_check_is_made_when_the_register_is_back_and_only_the_agency_reads_it() {
        publish("LATER");
        away(company);
        away(closed);
        Api citizen = aCitizen().api();
        UUID good = filled(citizen, company);
        UUID bad = filled(citizen, closed);

        Api.Answer readiness = citizen.get("/applications/" + good + "/readiness", "Accept-Language", "en")
                .expect(200);
        assertThat(readiness.json().path("ready").asBoolean()).isTrue();
        assertThat(readiness.text("/postponed/0/pointer")).isEqualTo("/form/company");
        assertThat(readiness.text("/postponed/0/code")).isEqualTo("company_gone");
        assertThat(readiness.text("/postponed/0/message")).contains("will be checked later");
        assertThat(readiness(citizen, good).text("/postponed/0/message")).contains("проверим позже");
        citizen.post("/applications/" + good + "/submission", Map.of()).expect(201);
        citizen.post("/applications/" + bad + "/submission", Map.of()).expect(201);

        Api agency = agency();
        assertThat(checks(agency, good)).containsExactly("company_gone PENDING");
        String before = agency.get("/agency/applications/" + good).header("ETag");

        company(company, "ACTIVE");
        company(closed, "LIQUIDATED");
        await().atMost(BACK).untilAsserted(() -> {
            assertThat(checks(agency, good)).containsExactly("company_gone PASSED");
            assertThat(checks(agency, bad)).containsExactly("company_gone FAILED");
        });
        Api.Answer seen = agency.get("/agency/applications/" + bad).expect(200);
        assertThat(seen.text("/registerChecks/0/text")).isEqualTo("Такой организации нет");
        assertThat(seen.text("/registerChecks/0/checkedAt")).isNotEmpty();
        assertThat(agency.get("/agency/applications/" + good).header("ETag")).isNotEqualTo(before);
        assertThat(citizen.get("/applications/" + bad).expect(200).json().has("registerChecks"))
                .isFalse();
        aCitizen().api().get("/applications/" + bad).expect(404);
        mvd().get("/agency/applications/" + bad).expect(404);

        await().untilAsserted(() -> assertThat(TestEvents.all("okno.platform.audit.v1").stream()
                        .filter(event ->
                                event.data().path("objectId").asString().equals(bad.toString()))
                        .map(event -> event.data().path("action").asString()))
                .contains("application.register_check_failed"));

        // Corrected, it is another form: what was found about the first one does not count any more.
        inReview(agency, bad);
        Api.Answer sentBack = agency.post("/agency/applications/" + bad + "/corrections", Map.of("text", "Чья пасека?"))
                .expect(200);
        assertThat(sentBack.text("/registerChecks/0/status")).isEqualTo("FAILED");
        long version = sentBack.json().path("version").asLong();
        citizen.patch(bad, version, Map.of("company", company)).expect(200);
        citizen.post("/applications/" + bad + "/submission", Map.of()).expect(200);
        assertThat(checks(agency, bad)).isEmpty();
    }

    @Test
    void a_passport_whose_checks_do_not_fit_is_not_published() {
        Map<String, Object> passport = passport("LATER");
        Map<String, Object> check = check("LATER");
        check.put("key", "/nothing");
        passport.put("registerChecks", List.of(check("LATER"), check));
        admin().post("/services", passport).expect(201);
        assertThat(refused())
                .containsExactlyInAnyOrder(
                        "/registerChecks/1/key pointer_unknown", "/registerChecks/1/code duplicate_code");

        check = check("LATER");
        check.put("holds", "kind == 'ORG'");
        passport.put("registerChecks", List.of(check));
        admin().post("/services", passport).expect(201);
        assertThat(refused()).containsExactly("/registerChecks/0/holds expression_invalid");

        // Nobody would read what is found after a register has decided.
        passport.put("registerChecks", List.of(check("LATER")));
        passport.put("processing", byRegister());
        passport.put("results", new ArrayList<>());
        admin().post("/services", passport).expect(201);
        assertThat(refused()).contains("/registerChecks/0/whenAway check_needs_officer");

        check = check("LATER");
        check.put("register", "EGRN");
        passport.put("registerChecks", List.of(check));
        assertThat(admin().post("/services", passport).expect(422).text("/errors/0/pointer"))
                .isEqualTo("/registerChecks/0/register");
    }

    private static Map<String, Object> byRegister() {
        return Map.of(
                "decidedBy",
                "REGISTER",
                "resultBy",
                "REGISTER_EXTRACT",
                "extract",
                Map.of("register", "EGRUL", "keyPointer", "/company", "kind", "SHORT", "format", "PDF"));
    }

    private List<String> refused() {
        return codes(
                admin().post("/services/" + service + "/versions/1/publication", Map.of())
                        .expect(422),
                "errors");
    }

    private static void trader(String ogrnip, String okved) {
        OTHERS.stubFor(get("/internal/sole-traders/" + ogrnip)
                .willReturn(okJson(
                        "{\"ogrnip\":\"%s\",\"status\":\"ACTIVE\",\"okvedMain\":\"%s\"}".formatted(ogrnip, okved))));
    }
}

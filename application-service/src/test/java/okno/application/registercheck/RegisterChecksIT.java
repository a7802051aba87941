package okno.application.registercheck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Texts;
import okno.application.publication.PassportBuilder;
import okno.platform.core.number.Ogrn;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A form that names a company which no other test knows. */
class RegisterChecksIT extends ApplicationServiceCase {

    private static final Duration BACK = Duration.ofSeconds(15);

    @Autowired
    RegisterClient register;

    private final String service = "bees-" + UUID.randomUUID();
    private final String company = anOgrn();
    private final String closed = anOgrn();

    /** A breaker that has opened closes before others rely on it. */
    @AfterEach
    void the_register_answers_again() {
        Passport.RegisterCheck check = new Passport.RegisterCheck(
                "any", "EGRUL", "/company", null, Passport.WhenAway.REFUSE, new Texts("-", "-"));
        String probe = anOgrn();
        company(probe, "ACTIVE");
        await().atMost(BACK).ignoreExceptions().untilAsserted(() -> assertThat(register.find(check, probe))
                .isPresent());
    }

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
        await().atMost(BACK).untilAsserted(() -> assertThat(faults(citizen, id)).isEmpty());
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

    /** What stops it: as readiness says it, which submission must say, too. */
    private static List<String> faults(Api citizen, UUID id) {
        List<String> found = codes(readiness(citizen, id), "errors");
        if (!found.isEmpty()) {
            assertThat(codes(
                            citizen.post("/applications/" + id + "/submission", Map.of())
                                    .expect(422),
                            "errors"))
                    .isEqualTo(found);
        }
        return found;
    }

    private static Api.Answer readiness(Api citizen, UUID id) {
        return citizen.get("/applications/" + id + "/readiness").expect(200);
    }

    private static List<String> codes(Api.Answer answer, String list) {
        return answer.json()
                .path(list)
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .toList();
    }

    private static List<String> checks(Api agency, UUID id) {
        return Stream.of(agency.get("/agency/applications/" + id).expect(200))
                .flatMap(answer -> answer.json().path("registerChecks").valueStream())
                .map(check -> check.path("code").asString() + " "
                        + check.path("status").asString())
                .toList();
    }

    private UUID filled(Api citizen, String ogrn) {
        UUID id = draft(citizen, service);
        citizen.patch(id, 1, Map.of("region", "77", "hives", 2, "metres", 5, "company", ogrn))
                .expect(200);
        return id;
    }

    private void publish(String whenAway) {
        admin().post("/services", passport(whenAway)).expect(201);
        admin().post("/services/" + service + "/versions/1/publication", Map.of())
                .expect(201);
    }

    private Map<String, Object> passport(String whenAway) {
        Map<String, Object> passport = PassportBuilder.bees(service, 1);
        map(map(passport.get("form")).get("properties")).put("company", Map.of("$ref", "urn:okno:form:v1#/$defs/ogrn"));
        passport.put("registerChecks", List.of(check(whenAway)));
        return passport;
    }

    private static Map<String, Object> check(String whenAway) {
        return new LinkedHashMap<>(Map.of(
                "code",
                "company_gone",
                "register",
                "EGRUL",
                "key",
                "/company",
                "holds",
                "record.status == 'ACTIVE'",
                "whenAway",
                whenAway,
                "text",
                PassportBuilder.text("Такой организации нет", "There is no such company")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    private static void company(String ogrn, String status) {
        OTHERS.stubFor(get("/internal/organisations/" + ogrn)
                .willReturn(okJson("{\"ogrn\":\"%s\",\"status\":\"%s\"}".formatted(ogrn, status))));
    }

    private static void away(String ogrn) {
        OTHERS.stubFor(
                get("/internal/organisations/" + ogrn).willReturn(aResponse().withStatus(503)));
    }

    private static String anOgrn() {
        return Ogrn.complete("102770" + ThreadLocalRandom.current().nextInt(100_000, 999_999))
                .value();
    }

    private Api agency() {
        return api(TestTokens.officer(UUID.randomUUID().toString()).agency("municipality"));
    }

    private Api admin() {
        return api(TestTokens.admin());
    }
}

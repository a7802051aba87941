package okno.application.registercheck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A service whose form names a company which no other test knows, and a register played by WireMock. */
abstract class RegisterCheckCase extends ApplicationServiceCase {

    static final Duration BACK = Duration.ofSeconds(15);

    @Autowired
    RegisterClient register;

    final String service = "bees-" + UUID.randomUUID();
    final String company = anOgrn();
    final String closed = anOgrn();

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

    /** What stops it: as readiness says it, which submission must say, too. */
    static List<String> faults(Api citizen, UUID id) {
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

    static Api.Answer readiness(Api citizen, UUID id) {
        return citizen.get("/applications/" + id + "/readiness").expect(200);
    }

    static List<String> codes(Api.Answer answer, String list) {
        return answer.json()
                .path(list)
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .toList();
    }

    static List<String> checks(Api agency, UUID id) {
        return Stream.of(agency.get("/agency/applications/" + id).expect(200))
                .flatMap(answer -> answer.json().path("registerChecks").valueStream())
                .map(check -> check.path("code").asString() + " "
                        + check.path("status").asString())
                .toList();
    }

    UUID filled(Api citizen, String ogrn) {
        UUID id = draft(citizen, service);
        citizen.patch(id, 1, Map.of("region", "77", "hives", 2, "metres", 5, "company", ogrn))
                .expect(200);
        return id;
    }

    void publish(String whenAway) {
        publish(passport(whenAway));
    }

    void publish(Map<String, Object> passport) {
        admin().post("/services", passport).expect(201);
        admin().post("/services/" + service + "/versions/1/publication", Map.of())
                .expect(201);
    }

    Map<String, Object> passport(String whenAway) {
        Map<String, Object> passport = PassportBuilder.bees(service, 1);
        map(map(passport.get("form")).get("properties")).put("company", Map.of("$ref", "urn:okno:form:v1#/$defs/ogrn"));
        passport.put("registerChecks", List.of(check(whenAway)));
        return passport;
    }

    static Map<String, Object> check(String whenAway) {
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
    static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    static void company(String ogrn, String status) {
        OTHERS.stubFor(get("/internal/organisations/" + ogrn)
                .willReturn(okJson("{\"ogrn\":\"%s\",\"status\":\"%s\"}".formatted(ogrn, status))));
    }

    static void away(String ogrn) {
        OTHERS.stubFor(
                get("/internal/organisations/" + ogrn).willReturn(aResponse().withStatus(503)));
    }

    static String anOgrn() {
        return Ogrn.complete("102770" + ThreadLocalRandom.current().nextInt(100_000, 999_999))
                .value();
    }

    Api agency() {
        return api(TestTokens.officer(UUID.randomUUID().toString()).agency("municipality"));
    }

    Api admin() {
        return api(TestTokens.admin());
    }

    /** How often the register was asked about a company, retries and all. */
    static int asked(String ogrn) {
        return OTHERS.countRequestsMatching(getRequestedFor(urlEqualTo("/internal/organisations/" + ogrn))
                        .build())
                .getCount();
    }
}

package okno.registry.civil;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static okno.registry.civil.CivilRegistersStub.REGISTERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import okno.platform.test.TestTokens;
import okno.registry.RegistryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RegistryTest
class CivilChecksIT {

    private static final String HOLDER = """
            {"holder": {"lastName": "%s", "firstName": "АЛЁНА", "middleName": null, "birthDate": "%s"}, %s}""";

    @LocalServerPort
    int port;

    private RestTestClient http;

    @BeforeEach
    void registers_know_nobody() {
        REGISTERS.resetAll();
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // insured: name, born, dead | passport: name, born, issued, status | reasons
                "Ёлкина|1990-05-17|false|ЕЛКИНА|1990-05-17|2010-06-01|VALID|[]",
                "Другая|1990-05-17|false|Ёлкина|1990-05-17|2010-06-01|VALID|[\"snils_of_another\"]",
                "Ёлкина|1991-05-17|false|Ёлкина|1990-05-17|2010-06-01|VALID|[\"snils_of_another\"]",
                "Ёлкина|1990-05-17|true|Ёлкина|1990-05-17|2010-06-01|VALID|[\"person_deceased\"]",
                "Ёлкина|1990-05-17|false|Другая|1990-05-17|2010-06-01|VALID|[\"passport_of_another\"]",
                "Ёлкина|1990-05-17|false|Ёлкина|1990-05-17|2010-06-02|VALID|[\"passport_of_another\"]",
                "Ёлкина|1990-05-17|false|Ёлкина|1990-05-17|2010-06-01|VOID|[\"passport_void\"]",
                "-|-|-|-|-|-|-|[\"snils_unknown\",\"passport_unknown\"]"
            })
    void everything_that_does_not_hold_of_a_person_is_named(
            String insured,
            String born,
            String dead,
            String passport,
            String holderBorn,
            String issued,
            String status,
            String reasons) {
        if (insured != null) {
            knows("/registers/v1/insured/.*", HOLDER.formatted(insured, born, "\"deceased\": " + dead));
            knows(
                    "/registers/v1/passports/4510/123456",
                    HOLDER.formatted(
                            passport,
                            holderBorn,
                            "\"issueDate\": \"%s\", \"status\": \"%s\"".formatted(issued, status)));
        }

        ResponseSpec answer = person(TestTokens.service("identity-service").bearer());

        answer.expectStatus().isOk();
        assertThat(json(answer).path("reasons").toString()).isEqualTo(reasons);
    }

    @Test
    void a_passport_is_good_or_not_and_whose_it_is_nobody_is_told() {
        knows(
                "/registers/v1/passports/4510/123456",
                HOLDER.formatted("Ёлкина", "1990-05-17", "\"issueDate\": \"2010-06-01\", \"status\": \"VALID\""));
        knows(
                "/registers/v1/passports/4510/654321",
                HOLDER.formatted("Ёлкина", "1990-05-17", "\"issueDate\": \"2010-06-01\", \"status\": \"VOID\""));

        assertThat(passport("45 10", "123456").toString()).isEqualTo("{\"valid\":true,\"reason\":null}");
        assertThat(passport("4510", "654321").path("reason").asString()).isEqualTo("passport_void");
        assertThat(passport("4510", "000000").path("reason").asString()).isEqualTo("passport_unknown");
        assertThat(passport("451A", "123456").path("reason").asString()).isEqualTo("passport_format");
    }

    @Test
    void a_register_that_is_down_is_not_taken_for_one_that_knows_nobody() {
        REGISTERS.stubFor(
                get(urlPathMatching("/registers/.*")).willReturn(aResponse().withStatus(500)));

        ResponseSpec answer = person(TestTokens.service("identity-service").bearer());

        answer.expectStatus().isEqualTo(503);
        assertThat(json(answer).path("code").asString()).isEqualTo("dependency_unavailable");
    }

    @Test
    void only_our_services_ask_whose_a_passport_is() {
        person(TestTokens.client("agency-fns").agency("fns").bearer())
                .expectStatus()
                .isForbidden();
    }

    private static void knows(String path, String answer) {
        REGISTERS.stubFor(get(urlPathMatching(path))
                .withHeader(HttpHeaders.AUTHORIZATION, equalTo("Bearer key-of-a-test"))
                .willReturn(okJson(answer)));
    }

    private JsonNode passport(String series, String number) {
        ResponseSpec answer = http.post()
                .uri("/api/v1/checks/passport")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.client("agency-fns").agency("fns").bearer())
                .body(Map.of("series", series, "number", number))
                .exchange();
        answer.expectStatus().isOk();
        return json(answer);
    }

    private ResponseSpec person(String bearer) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("snils", "11223344595");
        said.put("lastName", "Ёлкина");
        said.put("firstName", "Алена");
        said.put("birthDate", "1990-05-17");
        said.put("passportSeries", "4510");
        said.put("passportNumber", "123456");
        said.put("passportIssueDate", "2010-06-01");
        said.put("purpose", "identity.assurance");
        return http.post()
                .uri("/internal/checks/person")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .body(said)
                .exchange();
    }

    private static JsonNode json(ResponseSpec answer) {
        return JsonMapper.shared().readTree(answer.expectBody().returnResult().getResponseBody());
    }
}

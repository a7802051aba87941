package okno.registry.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Ogrn;
import okno.platform.test.TestTokens;
import okno.registry.RegistryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

@RegistryTest
class ChecksIT {

    private static final String OGRN = Ogrn.complete("102770000001").value();
    private static final String INN = Inn.complete("770100001").value();

    @LocalServerPort
    int port;

    private RestTestClient http;

    @BeforeEach
    void as_an_agency() {
        http = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .defaultHeader(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.client("agency-fns").agency("fns").bearer())
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "inn, 7707083893, true,",
        "inn, 7707083894, false, inn_checksum",
        "inn, 77, false, inn_format",
        "ogrn, 1027700132195, true,",
        "ogrn, 1027700132196, false, ogrn_checksum",
        "snils, 112-233-445 95, true,",
        "snils, 112-233-445 96, false, snils_checksum"
    })
    void a_number_holds_or_the_reason_is_given(String number, String value, boolean valid, String reason) {
        var verdict = http.post()
                .uri("/api/v1/checks/" + number)
                .body(Map.of("value", value))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
        verdict.jsonPath("$.valid").isEqualTo(valid);
        if (reason != null) {
            verdict.jsonPath("$.reason").isEqualTo(reason);
        }
    }

    @Test
    void a_company_is_compared_with_the_register() {
        organisation(INN, "770101001", OGRN).jsonPath("$.matches").isEqualTo(true);
        organisation("7707083893", "770101002", OGRN)
                .jsonPath("$.matches")
                .isEqualTo(false)
                .jsonPath("$.reasons")
                .value(reasons -> assertThat(reasons.toString()).contains("inn_mismatch", "kpp_mismatch"));
        organisation(INN, "770101001", "1027700132195")
                .jsonPath("$.exists")
                .isEqualTo(false)
                .jsonPath("$.reasons[0]")
                .isEqualTo("ogrn_unknown");
        organisation(INN, "00", "1027700132196")
                .jsonPath("$.valid")
                .isEqualTo(false)
                .jsonPath("$.reasons.length()")
                .isEqualTo(2);
    }

    private RestTestClient.BodyContentSpec organisation(String inn, String kpp, String ogrn) {
        return http.post()
                .uri("/api/v1/checks/organisation")
                .body(Map.of("inn", inn, "kpp", kpp, "ogrn", ogrn))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }
}

package okno.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.platform.core.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class CatalogueIT extends ApplicationServiceCase {

    @Autowired
    TermQueries terms;

    @ParameterizedTest
    @CsvSource({
        "'', 'egrul-extract,ip-registration,residence-certificate'",
        "?for=ORG, egrul-extract",
        "?category=residence, residence-certificate",
        "?query=ПРЕДПРИНИМАТЕЛ, ip-registration",
        "?query=nothing-like-it, ''",
        "?limit=1&after=egrul-extract, ip-registration",
    })
    void services_are_found(String query, String codes) {
        String path = "/services"
                + query.replace(
                        "ПРЕДПРИНИМАТЕЛ",
                        java.net.URLEncoder.encode("ПРЕДПРИНИМАТЕЛ", java.nio.charset.StandardCharsets.UTF_8));

        Api.Answer found = new Anonymous(port).get(path);

        assertThat(String.join(
                        ",",
                        found.json()
                                .path("items")
                                .valueStream()
                                .map(service -> service.path("code").asString())
                                .toList()))
                .isEqualTo(codes);
    }

    @Test
    void a_service_says_what_it_asks_in_both_languages() {
        Anonymous anyone = new Anonymous(port);

        Api.Answer russian = anyone.get("/services/ip-registration");
        Api.Answer english = anyone.get("/services/ip-registration", "Accept-Language", "en");

        assertThat(russian.text("/title")).isEqualTo("Регистрация индивидуального предпринимателя");
        assertThat(english.text("/form/properties/inn/title")).isEqualTo("Taxpayer number (INN)");
        assertThat(english.json().at("/fee/amount").asInt()).isEqualTo(80000);
        assertThat(english.json().path("steps").valueStream().map(step -> step.asString()))
                .containsExactly("FORM", "DOCUMENTS", "SIGNATURE", "SUBMISSION", "PAYMENT", "RESULT");
        assertThat(russian.json()
                        .at("/form/properties")
                        .propertyNames()
                        .iterator()
                        .next())
                .isEqualTo("lastName");
        assertThat(english.header("ETag")).isNotEqualTo(russian.header("ETag"));
        anyone.get("/services/ip-registration", "If-None-Match", russian.header("ETag"))
                .expect(304);
        anyone.get("/services/unknown").expect(404);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-31, 1, 2025-11-01",
        "2025-04-28, 5, 2025-05-07",
        "2025-10-30, 15, 2025-11-21",
        "2025-12-29, 1, 2025-12-30",
        "2026-04-29, 5, 2026-05-07",
        "2026-02-20, 1, 2026-02-24",
        "2026-03-06, 10, 2026-03-23",
        "2026-05-07, 1, 2026-05-08",
    })
    void terms_follow_the_working_calendar(LocalDate event, int days, LocalDate last) {
        WorkingCalendar calendar = terms.calendar();

        assertThat(calendar.plusWorkingDays(event, days)).isEqualTo(last);
    }

    /** Somebody without a token. */
    private record Anonymous(int port) {

        Api.Answer get(String path) {
            return new Api(port, null, null).get(path);
        }

        Api.Answer get(String path, String header, String value) {
            return new Api(port, null, null).get(path, header, value);
        }
    }
}

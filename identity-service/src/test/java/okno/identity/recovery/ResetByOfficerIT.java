package okno.identity.recovery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import okno.identity.IdentityIT;
import okno.identity.person.PersonFixture;
import okno.identity.person.domain.Passport;
import okno.identity.person.domain.Person;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;

class ResetByOfficerIT extends IdentityIT {

    private static final String OFFICER = UUID.randomUUID().toString();

    @Test
    void who_shows_the_passport_gets_a_temporary_password_is_told_and_unlocked() {
        KEYCLOAK.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
        Person person = somebody();
        Passport passport = Objects.requireNonNull(person.passport());

        String answer = reset(OFFICER, "mfc", person.snils().formatted(), passport.series(), passport.number())
                .expectStatus()
                .isCreated()
                .returnResult(String.class)
                .getResponseBody();

        String password =
                JsonMapper.shared().readTree(answer).path("temporaryPassword").asString();
        assertThat(password).matches("Ok7(-[a-z0-9]{4}){3}");
        KEYCLOAK.verify(
                putRequestedFor(urlEqualTo("/okno-accounts/" + person.id().value() + "/temporary-password"))
                        .withRequestBody(equalToJson("{\"value\":\"%s\",\"lifeSeconds\":86400}".formatted(password))));
        assertThat(firstEvent("okno.identity.account.v1", person.id().toString()))
                .doesNotContain(password);
    }

    @Test
    void nobody_is_told_apart_by_a_wrong_passport_and_nothing_is_changed() {
        Person person = somebody();
        Person stranger = PersonFixture.aPerson();

        refused(reset(OFFICER, "mfc", person.snils().value(), "0000", "000000"), HttpStatus.CONFLICT);
        refused(reset(OFFICER, "mfc", stranger.snils().value(), "0000", "000000"), HttpStatus.CONFLICT);

        KEYCLOAK.verify(0, putRequestedFor(urlMatching(".*")));
    }

    @Test
    void only_officers_of_a_one_stop_office_and_never_for_themselves() {
        Person person = somebody();
        Passport passport = Objects.requireNonNull(person.passport());
        String snils = person.snils().value();

        refused(reset(OFFICER, "officer", snils, passport.series(), passport.number()), HttpStatus.FORBIDDEN);
        refused(
                reset(person.id().toString(), "mfc", snils, passport.series(), passport.number()),
                HttpStatus.FORBIDDEN);
    }

    private ResponseSpec reset(String officer, String role, String snils, String series, String number) {
        return http.post()
                .uri("/api/v1/mfc/password-resets")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.person(officer).roles("person", role).bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("snils", snils, "passportSeries", series, "passportNumber", number))
                .exchange();
    }

    private static void refused(ResponseSpec answer, HttpStatus status) {
        answer.expectStatus().isEqualTo(status);
    }
}

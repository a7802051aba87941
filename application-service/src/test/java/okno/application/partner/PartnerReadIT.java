package okno.application.partner;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

class PartnerReadIT extends ApplicationServiceCase {

    private static final String BANK = "partner-bank";

    @Test
    void shows_what_a_consent_allows_and_nothing_once_it_is_withdrawn() {
        Citizen citizen = aCitizen();
        UUID application = aSubmittedCertificate(citizen.api());
        String path = "/partner/applications/" + citizen.id();
        UUID consent = UUID.randomUUID();

        consents(citizen, "[]");
        bank().get(path).expect(404);
        consents(citizen, "[{\"id\":\"%s\",\"fields\":[\"NAME\"],\"until\":\"2030-01-01\"}]".formatted(consent));
        bank().get(path).expect(404);
        consents(
                citizen, "[{\"id\":\"%s\",\"fields\":[\"APPLICATIONS\"],\"until\":\"2030-01-01\"}]".formatted(consent));
        Api.Answer shown = bank().get(path).expect(200);
        assertThat(shown.text("/items/0/id")).isEqualTo(application.toString());
        assertThat(shown.body()).doesNotContain("Иванова");

        consents(citizen, "[]");
        bank().get(path).expect(404);
        await().untilAsserted(() -> assertThat(TestEvents.all("okno.platform.audit.v1").stream()
                        .filter(event -> event.data()
                                        .path("actorId")
                                        .asString("")
                                        .equals(BANK)
                                && event.data().path("personId").asString("").equals(citizen.id()))
                        .map(event -> event.data().path("result").asString()
                                + event.data().path("objectId").asString()))
                .contains("DONE" + consent, "REFUSED" + citizen.id()));
    }

    @Test
    void shows_nothing_while_consents_cannot_be_asked_for_and_nothing_to_others() {
        Citizen citizen = aCitizen();
        String path = "/partner/applications/" + citizen.id();
        OTHERS.stubFor(get(urlEqualTo("/internal/persons/" + citizen.id() + "/consents?recipient=" + BANK))
                .willReturn(aResponse().withStatus(503)));
        bank().get(path).expect(503);
        api(TestTokens.client(BANK)).get(path).expect(403);
        api(TestTokens.person(UUID.randomUUID()).claim("scope", "okno.applications"))
                .get(path)
                .expect(403);
        mvd().get(path).expect(403);
    }

    private Api bank() {
        return api(TestTokens.client(BANK).claim("scope", "okno.applications"));
    }

    private static void consents(Citizen citizen, String items) {
        OTHERS.stubFor(get(urlEqualTo("/internal/persons/" + citizen.id() + "/consents?recipient=" + BANK))
                .willReturn(okJson("{\"items\":" + items + "}")));
    }
}

package okno.org.linking;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import okno.org.OrgIT;
import okno.platform.core.number.Inn;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LinkOrganisationIT extends OrgIT {

    private final String person = UUID.randomUUID().toString();
    private final String bearer = TestTokens.person(person).bearer();
    private final String ogrn = newOgrn();

    @Test
    void head_is_linked_and_told() {
        registryHas(ogrn, HEAD_INN, "ACTIVE");
        identityHas(person, HEAD_INN);

        var response = link(bearer, ogrn);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        String id = json(response).path("id").stringValue();
        assertThat(response.headers().firstValue("Location")).hasValue("/api/v1/orgs/" + id);
        assertThat(json(response).path("status").stringValue()).isEqualTo("CHECKING");
        JsonNode linked = awaitStatus(id, "LINKED");
        assertThat(linked.path("name").stringValue()).isEqualTo("ООО «Ромашка»");
        assertThat(linked.path("role").stringValue()).isEqualTo("HEAD");
        assertThat(linked.path("permissions").toString()).contains("applications.submit");
        assertThat(linked.path("statusTitle").stringValue()).isEqualTo("Подтверждена");
        await().untilAsserted(() -> assertThat(TestEvents.about("okno.org.organisation.v1", id))
                .extracting(TestEvents.Received::type)
                .containsExactly("okno.organisation.linked.v1"));
        OTHERS.verify(getRequestedFor(urlPathEqualTo("/internal/persons/" + person))
                .withHeader("Okno-Purpose", equalTo("organisation-linking"))
                .withHeader("Authorization", matching("Bearer ey.+")));
    }

    @Test
    void everybody_else_is_rejected_with_all_reasons_in_their_language() {
        registryHas(ogrn, HEAD_INN, "LIQUIDATED");
        identityHas(person, Inn.complete("7701000001").value());

        String id = json(link(bearer, ogrn)).path("id").stringValue();

        JsonNode rejected = awaitStatus(id, "REJECTED");
        assertThat(rejected.path("reasons").toString())
                .contains("\"organisation_liquidated\"", "\"not_the_head\"", "вы не руководитель");
        var english = get("/api/v1/orgs/" + id, "Accept-Language", "en");
        assertThat(english.body()).contains("you are not the head");
        assertThat(rejected.path("permissions").isEmpty()).isTrue();
        await().untilAsserted(() -> assertThat(TestEvents.about("okno.org.organisation.v1", id))
                .extracting(event -> event.data().path("reasons").toString())
                .containsExactly("[\"organisation_liquidated\",\"not_the_head\"]"));
    }

    @Test
    void company_that_the_register_does_not_know_is_rejected() {
        registryAnswers(ogrn, 404);
        String id = json(link(bearer, ogrn)).path("id").stringValue();
        assertThat(awaitStatus(id, "REJECTED").path("reasons").toString()).contains("organisation_not_found");
    }

    @Test
    void register_that_is_down_delays_the_answer_and_does_not_lose_it() {
        registryAnswers(ogrn, 503);
        identityHas(person, HEAD_INN);
        String id = json(link(bearer, ogrn)).path("id").stringValue();
        await().until(() -> !OTHERS.findAll(getRequestedFor(urlPathEqualTo("/internal/organisations/" + ogrn)))
                .isEmpty());
        assertThat(json(get("/api/v1/orgs/" + id)).path("status").stringValue()).isEqualTo("CHECKING");

        registryHas(ogrn, HEAD_INN, "ACTIVE");

        awaitStatus(id, "LINKED");
    }

    @Test
    void same_company_twice_is_the_same_organisation() {
        registryHas(ogrn, HEAD_INN, "ACTIVE");
        identityHas(person, HEAD_INN);
        String id = json(link(bearer, ogrn)).path("id").stringValue();
        awaitStatus(id, "LINKED");

        var again = link(bearer, ogrn);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).path("code").stringValue()).isEqualTo("organisation_already_linked");
        assertThat(json(again).path("organisation").stringValue()).isEqualTo("/api/v1/orgs/" + id);
    }

    @Test
    void rejected_company_can_be_asked_for_again() {
        registryAnswers(ogrn, 404);
        identityHas(person, HEAD_INN);
        String id = json(link(bearer, ogrn)).path("id").stringValue();
        awaitStatus(id, "REJECTED");
        registryHas(ogrn, HEAD_INN, "ACTIVE");

        assertThat(json(link(bearer, ogrn)).path("id").stringValue()).isEqualTo(id);

        awaitStatus(id, "LINKED");
    }

    @Test
    void failed_attempt_of_a_stranger_does_not_stand_in_the_way_of_the_head() {
        String stranger = UUID.randomUUID().toString();
        registryHas(ogrn, HEAD_INN, "ACTIVE");
        identityHas(person, HEAD_INN);
        identityHas(stranger, Inn.complete("7701000001").value());
        link(TestTokens.person(stranger).bearer(), ogrn);

        String id = json(link(bearer, ogrn)).path("id").stringValue();

        awaitStatus(id, "LINKED");
    }

    @Test
    void new_head_takes_the_right_from_the_former_one() {
        String former = UUID.randomUUID().toString();
        String formerBearer = TestTokens.person(former).bearer();
        String formerInn = Inn.complete("7701000001").value();
        registryHas(ogrn, formerInn, "ACTIVE");
        identityHas(former, formerInn);
        identityHas(person, HEAD_INN);
        String formerId = json(link(formerBearer, ogrn)).path("id").stringValue();
        await().until(() -> call("GET", "/api/v1/orgs/" + formerId, null, "Authorization", formerBearer)
                .body()
                .contains("\"LINKED\""));
        registryHas(ogrn, HEAD_INN, "ACTIVE");

        awaitStatus(json(link(bearer, ogrn)).path("id").stringValue(), "LINKED");

        assertThat(call("GET", "/api/v1/orgs/" + formerId, null, "Authorization", formerBearer)
                        .body())
                .contains("\"WITHDRAWN\"");
        await().untilAsserted(() -> assertThat(TestEvents.about("okno.org.acting.v1", formerId))
                .extracting(event -> event.data().path("personId").stringValue())
                .containsExactly(former));
    }

    @Test
    void numbers_that_cannot_exist_are_told_at_once_and_apart() {
        var response = call(
                "POST",
                "/api/v1/orgs",
                "{\"inn\":\"7701000018\",\"kpp\":\"1\",\"ogrn\":\"123\"}",
                "Authorization",
                bearer);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        assertThat(response.body())
                .contains("\"/inn\"", "inn_checksum", "\"/kpp\"", "kpp_format", "\"/ogrn\"", "ogrn_format");

        var withoutKpp = call(
                "POST",
                "/api/v1/orgs",
                "{\"inn\":\"%s\",\"ogrn\":\"%s\"}".formatted(INN, ogrn),
                "Authorization",
                bearer);
        assertThat(withoutKpp.statusCode()).isEqualTo(422);
        assertThat(withoutKpp.body()).contains("\"/kpp\"", "\"required\"");
    }

    @Test
    void account_that_is_not_confirmed_cannot_link() {
        var response = link(TestTokens.person(person).ial("standard").bearer(), ogrn);
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("account_not_confirmed");
    }

    @Test
    void organisation_of_somebody_else_is_not_there() {
        registryAnswers(ogrn, 404);
        String id = json(link(bearer, ogrn)).path("id").stringValue();
        String other = TestTokens.person(UUID.randomUUID().toString()).bearer();

        assertThat(call("GET", "/api/v1/orgs/" + id, null, "Authorization", other)
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("DELETE", "/api/v1/orgs/" + id, null, "Authorization", other)
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("GET", "/api/v1/orgs", null, "Authorization", other).body())
                .contains("\"items\":[]");
        assertThat(get("/api/v1/orgs").body()).contains(id);
    }

    @Test
    void organisation_given_up_is_no_more_in_the_list_and_its_right_is_withdrawn() {
        registryHas(ogrn, HEAD_INN, "ACTIVE");
        identityHas(person, HEAD_INN);
        String id = json(link(bearer, ogrn)).path("id").stringValue();
        awaitStatus(id, "LINKED");

        for (int i = 0; i < 2; i++) {
            assertThat(call("DELETE", "/api/v1/orgs/" + id, null, "Authorization", bearer)
                            .statusCode())
                    .isEqualTo(204);
        }

        assertThat(get("/api/v1/orgs").body()).doesNotContain(id);
        await().untilAsserted(() -> assertThat(TestEvents.about("okno.org.acting.v1", id))
                .extracting(TestEvents.Received::type)
                .containsExactly("okno.acting_right.withdrawn.v1"));
    }

    @Test
    void xml_works_as_well() {
        registryAnswers(ogrn, 404);
        link(bearer, ogrn);
        var response = get("/api/v1/orgs", "Accept", "application/xml");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).contains("<ogrn>" + ogrn + "</ogrn>");
    }

    @Test
    void permissions_are_listed_in_the_caller_s_language() {
        assertThat(get("/api/v1/permissions").body()).contains("Подавать заявления", "payments.create");
        assertThat(get("/api/v1/permissions", "Accept-Language", "en").body()).contains("Submit applications");
    }

    private HttpResponse<String> get(String path, String... more) {
        String[] headers = new String[more.length + 2];
        headers[0] = "Authorization";
        headers[1] = bearer;
        System.arraycopy(more, 0, headers, 2, more.length);
        return call("GET", path, null, headers);
    }

    private JsonNode awaitStatus(String id, String status) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        json(get("/api/v1/orgs/" + id)).path("status").stringValue())
                .isEqualTo(status));
        return json(get("/api/v1/orgs/" + id));
    }
}

package okno.application.result;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.application.SampleFiles;
import okno.platform.test.ContractCheck;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ResultIT extends ApplicationServiceCase {

    private static final String DOCUMENTS_TOPIC = "okno.application.document.v1";
    private static final String SAYS = """
            [{"code": "paper", "title": {"ru": "Удостоверение", "en": "Paper"}, "formats": ["PDF", "XML"],
              "template": "certificate", "validity": {"amount": 1, "unit": "YEARS"},
              "content": {"text": {"ru": "Выдано {{form.lastName}}, {{fields.since}}.", "en": "Given to {{form.lastName}}."},
                          "fields": [{"code": "since", "label": {"ru": "С", "en": "Since"}, "type": "DATE"}]}},
             {"code": "refusal", "title": {"ru": "Отказ", "en": "Refusal"}, "formats": ["PDF"], "template": "notice",
              "decision": "REJECTED", "automatic": true,
              "content": {"text": {"ru": "Отказано: {{decision.reason}}."}}}]
            """;

    private record Given(Citizen citizen, Api officer, UUID application, String result) {

        String path() {
            return "/applications/" + application;
        }

        String desk() {
            return "/agency/applications/" + application;
        }
    }

    /** Made by an officer under review, not decided yet. */
    private Given made() {
        Citizen citizen = aCitizen();
        Api officer = mvd();
        UUID id = aSubmitted(citizen.api(), aServiceWith("{results}", SAYS));
        inReview(officer, id);
        Api.Answer made = officer.post(
                        "/agency/applications/" + id + "/results",
                        Map.of("code", "paper", "fields", Map.of("since", "2015-02-01")))
                .expect(201);
        assertThat(made.text("/status")).isEqualTo("PENDING");
        return new Given(citizen, officer, id, made.text("/id"));
    }

    private Given issued() {
        Given given = made();
        given.officer
                .post(given.desk() + "/decision", Map.of("decision", "APPROVED"))
                .expect(200);
        assertThat(status(given.citizen.api(), given.application)).isEqualTo("COMPLETED");
        return given;
    }

    private Api anyone() {
        return new Api(port, null, null);
    }

    private static List<String> documentEvents(String result) {
        return TestEvents.about(DOCUMENTS_TOPIC, result).stream()
                .map(TestEvents.Received::type)
                .toList();
    }

    @Test
    void an_officer_makes_a_result_that_lies_in_the_vault_once_the_application_is_decided() {
        Given given = made();
        Api citizen = given.citizen.api();
        anyone().get("/results/verification/" + given.result).expect(404);
        citizen.get("/documents/" + given.result).expect(404);
        citizen.get(given.path() + "/results/" + given.result + "/content").expect(404);
        assertThat(citizen.get(given.path()).json().path("result").isMissingNode())
                .isTrue();
        citizen.post(given.path() + "/results/" + given.result + "/mailings", Map.of())
                .expect(404);

        given.officer
                .post(given.desk() + "/decision", Map.of("decision", "APPROVED"))
                .expect(200);

        Api.Answer document = citizen.get("/documents/" + given.result).expect(200);
        assertThat(document.text("/number")).matches("MVD-R-20\\d\\d-\\d{7,}-\\d");
        assertThat(document.text("/validUntil")).isNotBlank();
        assertThat(document.text("/status")).isEqualTo("CURRENT");
        assertThat(citizen.delete("/documents/" + given.result).expect(409).text("/code"))
                .isEqualTo("result_stays");
        String content = given.path() + "/results/" + given.result + "/content";
        Api.Answer pdf = citizen.get(content).expect(200);
        assertThat(SampleFiles.textOf(pdf.response().body()))
                .contains("Выдано Иванова, 01.02.2015.", "Given to Иванова.", document.text("/number"), given.result);
        assertThat(pdf.header("Content-Disposition")).startsWith("attachment");
        assertThat(citizen.get(content + "?print=true").expect(200).header("Content-Disposition"))
                .startsWith("inline");
        Api.Answer xml = citizen.get(content, "Accept", "application/xml").expect(200);
        assertThat(xml.header("Content-Type")).startsWith("application/xml");
        assertThat(xml.body())
                .contains("urn:okno:result:v1", "id=\"" + given.result + "\"")
                .endsWith("<!-- sealed -->");
        aCitizen().api().get(content).expect(404);
    }

    @Test
    void anybody_verifies_a_document_and_a_changed_file_shows() {
        Given given = issued();
        String place = "/results/verification/" + given.result;
        byte[] pdf = given.citizen
                .api()
                .get(given.path() + "/results/" + given.result + "/content")
                .response()
                .body();
        byte[] changed = Arrays.copyOf(pdf, pdf.length);
        changed[changed.length / 2] ^= 1;

        Api.Answer byId = anyone().get(place).expect(200);
        assertThat(byId.json().path("genuine").asBoolean()).isTrue();
        assertThat(byId.json().path("current").asBoolean()).isTrue();
        assertThat(byId.text("/status")).isEqualTo("CURRENT");
        assertThat(byId.text("/title")).isEqualTo("Удостоверение");
        assertThat(byId.body()).doesNotContain("Иванова", given.citizen.id());
        assertThat(unchanged(file(place, pdf))).isTrue();
        assertThat(unchanged(file(place, changed))).isFalse();
        String sha256 = given.citizen.api().get("/documents/" + given.result).text("/sha256");
        assertThat(unchanged(anyone().post(place, Map.of("sha256", sha256)))).isTrue();
        assertThat(unchanged(anyone().post(place, Map.of("sha256", "0".repeat(64)))))
                .isFalse();
        anyone().post(place, Map.of("sha256", "abc")).expect(400);
        anyone().get("/results/verification/" + UUID.randomUUID()).expect(404);
        String xml = given.citizen.api().get("/results").text("/items/0/xmlId");
        assertThat(anyone().get("/results/verification/" + xml).expect(200).text("/status"))
                .isEqualTo("CURRENT");
    }

    private Api.Answer file(String place, byte[] content) {
        return anyone().send("POST", place, Map.of("Content-Type", "application/pdf"), content);
    }

    private static boolean unchanged(Api.Answer answer) {
        return answer.expect(200).json().path("unchanged").asBoolean();
    }

    @Test
    void a_revoked_document_is_good_no_more_and_everybody_is_told() {
        Given given = issued();
        await().untilAsserted(
                        () -> assertThat(documentEvents(given.result)).containsExactly("okno.document.issued.v1"));
        String place = given.desk() + "/results/" + given.result + "/revocation";
        api(TestTokens.officer("stranger").agency("fns"))
                .post(place, Map.of("reason", "x"))
                .expect(404);

        assertThat(given.officer
                        .post(place, Map.of("reason", "Выдано по ошибке"))
                        .expect(200)
                        .text("/status"))
                .isEqualTo("REVOKED");

        assertThat(given.officer
                        .post(place, Map.of("reason", "Ещё раз"))
                        .expect(409)
                        .text("/code"))
                .isEqualTo("result_not_current");
        Api.Answer seen = anyone().get("/results/verification/" + given.result).expect(200);
        assertThat(seen.text("/status")).isEqualTo("REVOKED");
        assertThat(seen.json().path("current").asBoolean()).isFalse();
        assertThat(given.citizen.api().get("/documents/" + given.result).text("/status"))
                .isEqualTo("REVOKED");
        assertThat(given.citizen.api().get(given.path() + "/messages").body()).contains("Выдано по ошибке");
        await().untilAsserted(() -> assertThat(documentEvents(given.result))
                .containsExactly("okno.document.issued.v1", "okno.document.ended.v1"));
        TestEvents.about(DOCUMENTS_TOPIC, given.result).forEach(event -> {
            String contract = event.type().contains("issued") ? "document-issued.v1" : "document-ended.v1";
            ContractCheck.event(contract, event.data());
            assertThat(event.data().path("personId").asString()).isEqualTo(given.citizen.id());
        });
    }

    @Test
    void a_document_ends_after_its_last_day() {
        Given given = issued();

        jdbc.sql("update issued_result set valid_until = current_date - 3, ends_on = current_date - 2 where id = :id")
                .param("id", UUID.fromString(given.result))
                .update();

        await().untilAsserted(() -> assertThat(documentEvents(given.result)).endsWith("okno.document.ended.v1"));
        assertThat(anyone().get("/results/verification/" + given.result).text("/status"))
                .isEqualTo("EXPIRED");
        assertThat(given.citizen.api().get("/documents/" + given.result).text("/status"))
                .isEqualTo("EXPIRED");
    }

    @Test
    void the_archive_is_searched_by_number_service_words_and_days() {
        Given given = issued();
        Api citizen = given.citizen.api();
        JsonNode found = citizen.get("/results").expect(200).json().at("/items/0");
        String number = found.path("number").asString();

        for (String query : List.of(
                "query=" + number.substring(4),
                "query=" + found.path("applicationNumber").asString(),
                "query=%D1%83%D0%B4%D0%BE%D1%81%D1%82",
                "service=" + found.path("serviceCode").asString(),
                "from=2026-01-01T00:00:00Z")) {
            assertThat(citizen.get("/results?" + query).expect(200).text("/items/0/id"))
                    .as(query)
                    .isEqualTo(given.result);
        }
        for (String query : List.of("query=nothing", "service=other", "to=2020-01-01T00:00:00Z")) {
            assertThat(citizen.get("/results?" + query).json().path("items"))
                    .as(query)
                    .isEmpty();
        }
        assertThat(aCitizen().api().get("/results").json().path("items")).isEmpty();
    }

    @Test
    void a_letter_is_asked_for_without_anything_personal_leaving() {
        Given given = issued();

        given.citizen
                .api()
                .post(given.path() + "/results/" + given.result + "/mailings", Map.of())
                .expect(202);

        await().untilAsserted(() -> assertThat(TestEvents.all(DOCUMENTS_TOPIC).stream()
                        .filter(event -> event.type().equals("okno.result.mail_requested.v1"))
                        .filter(event ->
                                event.data().path("resultId").asString("").equals(given.result)))
                .singleElement()
                .satisfies(event -> {
                    ContractCheck.event("result-mail-requested.v1", event.data());
                    assertThat(event.data().toString()).doesNotContain("Иванова");
                }));
        aCitizen()
                .api()
                .post(given.path() + "/results/" + given.result + "/mailings", Map.of())
                .expect(404);
    }

    @Test
    void a_refusal_makes_its_notice_by_itself() {
        Given given = made();

        given.officer
                .post(given.desk() + "/decision", Map.of("decision", "REJECTED", "reasonCode", "not_registered"))
                .expect(200);

        Api citizen = given.citizen.api();
        await().untilAsserted(() ->
                assertThat(citizen.get("/results").json().path("items")).hasSize(1));
        String notice = citizen.get("/results").text("/items/0/id");
        assertThat(citizen.get("/documents/" + notice).expect(200).text("/kind"))
                .isEqualTo("refusal");
        assertThat(SampleFiles.textOf(citizen.get("/documents/" + notice + "/content")
                        .expect(200)
                        .response()
                        .body()))
                .contains("Отказано: Заявитель не зарегистрирован по указанному адресу.");
        // What was made for an approval that never came stays worth nothing.
        anyone().get("/results/verification/" + given.result).expect(404);
    }

    @Test
    void nothing_is_issued_without_the_seal_of_the_portal_and_what_makes_itself_waits_for_it() {
        Given given = made();
        OTHERS.stubFor(post("/internal/seals").willReturn(aResponse().withStatus(503)));
        Api citizen = given.citizen.api();

        assertThat(given.officer
                        .post(
                                given.desk() + "/results",
                                Map.of("code", "paper", "fields", Map.of("since", "2015-02-01")))
                        .expect(503)
                        .text("/code"))
                .isEqualTo("dependency_unavailable");
        given.officer
                .post(given.desk() + "/decision", Map.of("decision", "REJECTED", "reasonCode", "not_registered"))
                .expect(200);
        await().untilAsserted(() -> assertThat(jdbc.sql("select last_fault from result_task where application_id = :id")
                        .param("id", given.application)
                        .query(String.class)
                        .optional())
                .contains("dependency_unavailable"));
        assertThat(citizen.get("/results").json().path("items")).isEmpty();

        theSealIsThere();

        await().untilAsserted(() ->
                assertThat(citizen.get("/results").json().path("items")).hasSize(1));
        String notice = citizen.get("/results").text("/items/0/id");
        assertThat(citizen.get("/documents/" + notice + "/content").expect(200).body())
                .endsWith("%sealed\n");
    }

    @Test
    void a_seal_that_changes_what_it_is_to_seal_or_adds_nothing_is_worth_as_little_as_none() {
        Given given = made();
        Map<String, MappingBuilder> unusable = Map.of(
                "another PDF",
                        sealed("application/pdf").willReturn(aResponse().withBody("%PDF " + "x".repeat(500_000))),
                "a PDF cut off",
                        sealed("application/pdf").willReturn(aResponse().withBody("%PDF")),
                "nothing", sealed("application/pdf").willReturn(aResponse().withStatus(200)),
                "an XML without a seal",
                        sealed("application/xml").willReturn(aResponse().withBody("<result/>")));
        List<String> accepted = new ArrayList<>();
        unusable.forEach((seal, stub) -> {
            theSealIsThere();
            StubMapping unusableSeal = OTHERS.stubFor(stub);
            Api.Answer answer = given.officer.post(
                    given.desk() + "/results", Map.of("code", "paper", "fields", Map.of("since", "2015-02-01")));
            OTHERS.removeStub(unusableSeal);
            if (answer.response().statusCode() != 503) {
                accepted.add(seal);
            }
        });
        assertThat(accepted).isEmpty();
        theSealIsThere();
        assertThat(jdbc.sql("select count(*) from issued_result where application_id = :id")
                        .param("id", given.application)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private static MappingBuilder sealed(String type) {
        return post("/internal/seals").withHeader("Content-Type", containing(type));
    }

    @Test
    void what_a_template_does_not_ask_for_or_cannot_hold_is_refused() {
        Given given = made();
        String place = given.desk() + "/results";

        assertThat(given.officer
                        .post(place, Map.of("code", "nothing"))
                        .expect(422)
                        .text("/errors/0/code"))
                .isEqualTo("result_template_unknown");
        assertThat(given.officer
                        .post(place, Map.of("code", "paper", "fields", Map.of("since", "вчера", "more", "x")))
                        .expect(422)
                        .json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString() + " "
                                + error.path("code").asString()))
                .containsExactly("/fields/more unknown_field", "/fields/since date_format");
    }

    @Test
    void who_applies_again_types_nothing_again() {
        Citizen citizen = aCitizen();
        UUID first = draft(citizen.api(), "residence-certificate");
        citizen.api()
                .patch(first, 1, Map.of("region", "77", "lastName", "Старая", "period", Map.of("from", "2020-01-01")))
                .expect(200);
        citizen.api()
                .upload(
                        "/applications/" + first + "/attachments",
                        Map.of("kind", "supporting-document"),
                        "договор.pdf",
                        PDF)
                .expect(201);
        citizen.api().post("/applications/" + first + "/submission", Map.of()).expect(201);

        Api.Answer again = citizen.api()
                .post("/applications/" + first + "/copies", Map.of())
                .expect(201);

        assertThat(again.text("/status")).isEqualTo("DRAFT");
        assertThat(again.text("/form/region")).isEqualTo("77");
        assertThat(again.text("/form/period/from")).isEqualTo("2020-01-01");
        // What the state knows is as it knows it now.
        assertThat(again.text("/form/lastName")).isEqualTo("Иванова");
        assertThat(again.text("/attachments/0/fileName")).isEqualTo("договор.pdf");
        assertThat(again.json().path("attachmentsMissing").isMissingNode()).isTrue();
        UUID id = UUID.fromString(again.text("/id"));
        citizen.api().post("/applications/" + id + "/submission", Map.of()).expect(201);
        aCitizen().api().post("/applications/" + first + "/copies", Map.of()).expect(404);
    }
}

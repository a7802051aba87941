package okno.application.draft;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import org.junit.jupiter.api.Test;

class DraftIT extends ApplicationServiceCase {

    @Test
    void a_draft_begins_although_identity_is_down_and_says_what_is_missing() {
        OTHERS.stubFor(get(urlPathMatching("/internal/persons/.*")).willReturn(serverError()));

        Api.Answer draft = aCitizen().api().post("/applications", Map.of("serviceCode", "residence-certificate"));

        draft.expect(201);
        assertThat(draft.json().path("form").isEmpty()).isTrue();
        assertThat(draft.json().path("prefillMissing").valueStream().map(field -> field.path("pointer")
                        .asString()))
                .containsExactly("/lastName", "/firstName", "/middleName", "/birthDate", "/address");
    }

    @Test
    void two_devices_do_not_overwrite_each_other() {
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, "residence-certificate");

        assertThat(citizen.patch(id, 1, Map.of("region", "77")).expect(200).header("ETag"))
                .isEqualTo("\"2\"");
        citizen.patch(id, 1, Map.of("region", "50")).expect(412);

        assertThat(citizen.get("/applications/" + id).text("/form/region")).isEqualTo("77");
        assertThat(citizen.send("PATCH", "/applications/" + id, "application/json", "{\"form\":{}}")
                        .expect(428)
                        .text("/code"))
                .isEqualTo("if_match_required");
    }

    @Test
    void of_many_saves_at_once_one_wins() throws Exception {
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, "residence-certificate");
        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads
                    .invokeAll(IntStream.range(0, 10)
                            .<Callable<Integer>>mapToObj(i -> () -> citizen.patch(id, 1, Map.of("region", "0" + i))
                                    .response()
                                    .statusCode())
                            .toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
        assertThat(answers).filteredOn(answer -> answer == 200).hasSize(1);
        assertThat(answers).allMatch(answer -> answer == 200 || answer == 412);
    }

    @Test
    void what_the_applicant_writes_over_is_theirs_and_the_rest_is_filled_in_anew_when_they_wish() {
        Citizen citizen = aCitizen();
        Api api = citizen.api();
        UUID id = draft(api, "residence-certificate");
        String path = "/applications/" + id;
        assertThat(api.patch(id, 1, Map.of("firstName", "Маша")).expect(200).body())
                .contains("/lastName")
                .doesNotContain("\"/firstName\"");
        OTHERS.stubFor(get("/internal/persons/" + citizen.id()).willReturn(okJson("""
                {"lastName":"Петрова","firstName":"Мария","birthDate":"1990-05-17","address":"г. Тверь"}""")));

        Api.Answer refreshed =
                api.post(path + "/prefill", Map.of(), "If-Match", "\"2\"").expect(200);

        assertThat(refreshed.header("ETag")).isEqualTo("\"3\"");
        assertThat(refreshed.text("/form/lastName")).isEqualTo("Петрова");
        assertThat(refreshed.text("/form/address")).isEqualTo("г. Тверь");
        assertThat(refreshed.text("/form/firstName")).isEqualTo("Маша");
        // What the state does not say any more stays, but is not called its word.
        assertThat(refreshed.text("/form/middleName")).isEqualTo("Петровна");
        assertThat(pointers(refreshed, "prefilled")).containsExactlyInAnyOrder("/lastName", "/birthDate", "/address");
        assertThat(pointers(api.get(path), "prefilled")).isEqualTo(pointers(refreshed, "prefilled"));

        OTHERS.stubFor(get("/internal/persons/" + citizen.id()).willReturn(serverError()));
        Api.Answer silent =
                api.post(path + "/prefill", Map.of(), "If-Match", "\"3\"").expect(200);
        assertThat(silent.text("/form/lastName")).isEqualTo("Петрова");
        assertThat(pointers(silent, "prefillMissing")).contains("/lastName");
        assertThat(pointers(silent, "prefilled")).contains("/lastName");

        api.post(path + "/prefill", Map.of(), "If-Match", "\"3\"").expect(412);
        api.post(path + "/prefill", Map.of()).expect(428);
        Api another = aCitizen().api();
        UUID submitted = aSubmittedCertificate(another);
        another.post("/applications/" + submitted + "/prefill", Map.of(), "If-Match", "\"2\"")
                .expect(409);
    }

    private static List<String> pointers(Api.Answer answer, String list) {
        return answer.json()
                .path(list)
                .valueStream()
                .map(field -> field.path("pointer").asString())
                .toList();
    }

    @Test
    void null_removes_a_field_and_xml_saves_as_well_as_json() {
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, "residence-certificate");
        citizen.send("PATCH", "/applications/" + id, "application/json", "{\"form\":{}}")
                .expect(428);
        Map<String, Object> patch = new java.util.HashMap<>();
        patch.put("middleName", null);

        citizen.patch(id, 1, patch).expect(200);

        assertThat(citizen.get("/applications/" + id)
                        .json()
                        .at("/form/middleName")
                        .isMissingNode())
                .isTrue();
        assertThat(citizen.get("/applications/" + id, "Accept", "application/xml")
                        .expect(200)
                        .body())
                .contains("<lastName>Иванова</lastName>");
    }

    @Test
    void a_draft_can_be_thrown_away_and_only_a_draft() {
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, "residence-certificate");
        String attachment = citizen.upload(
                        "/applications/" + id + "/attachments", Map.of("kind", "supporting-document"), "a.pdf", PDF)
                .expect(201)
                .text("/id");

        citizen.delete("/applications/" + id).expect(204);

        citizen.get("/applications/" + id).expect(404);
        assertThat(DOCUMENTS.resolve(attachment.substring(34)).resolve(attachment))
                .doesNotExist();
        UUID submitted = aSubmittedCertificate(citizen);
        Api.Answer refused = citizen.delete("/applications/" + submitted).expect(409);
        assertThat(refused.json().path("allowed").valueStream().map(step -> step.asString()))
                .containsExactly("WITHDRAW");
        assertThat(refused.json().path("status").asInt()).isEqualTo(409);
        assertThat(refused.text("/currentStatus")).isEqualTo("SUBMITTED");
        citizen.patch(submitted, 2, Map.of("region", "77")).expect(409);
    }

    @Test
    void the_list_is_filtered_and_paged_newest_first() {
        Api citizen = aCitizen().api();
        UUID first = aSubmittedCertificate(citizen);
        UUID second = draft(citizen, "ip-registration");
        UUID third = draft(citizen, "residence-certificate");

        Api.Answer page = citizen.get("/applications?limit=2").expect(200);
        assertThat(ids(page)).containsExactly(third, second);
        assertThat(ids(citizen.get("/applications?limit=2&after=" + page.text("/next"))))
                .containsExactly(first);
        assertThat(ids(citizen.get("/applications?status=SUBMITTED"))).containsExactly(first);
        assertThat(ids(citizen.get("/applications?service=ip-registration"))).containsExactly(second);
        assertThat(ids(citizen.get("/applications?query=Residence"))).containsExactly(third, first);
        assertThat(ids(citizen.get("/applications?query=MVD-"))).containsExactly(first);
        assertThat(ids(citizen.get("/applications?to=2020-01-01T00:00:00Z"))).isEmpty();
        citizen.get("/applications?after=nonsense").expect(400);
        citizen.get("/applications?status=NONE").expect(400);
    }

    @Test
    void nothing_personal_lies_readable_in_the_database_or_on_the_disk() {
        Citizen citizen = aCitizen();
        UUID id = aRegistrationAwaitingPayment(citizen);

        String row = jdbc.sql("""
                        select a::text || f::text || coalesce(string_agg(p::text, ''), '')
                          from application a
                          join application_form f on f.application_id = a.id
                          left join paper p on p.application_id = a.id
                         where a.id = :id
                         group by a.*, f.*
                        """).param("id", id).query(String.class).single();

        String utf8Surname =
                java.util.HexFormat.of().formatHex("Иванова".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(row).doesNotContain("Иванова", SNILS, INN, "скан.pdf", utf8Surname);
    }

    private static List<UUID> ids(Api.Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> UUID.fromString(item.path("id").asString()))
                .toList();
    }
}

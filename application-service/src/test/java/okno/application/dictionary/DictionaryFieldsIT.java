package okno.application.dictionary;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.application.SampleFiles;
import okno.application.dictionary.domain.Dictionary;
import okno.application.dictionary.persistence.DictionaryCopies;
import okno.application.publication.PassportBuilder;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A form that refers to a dictionary which no other test knows. */
class DictionaryFieldsIT extends ApplicationServiceCase {

    @Autowired
    Dictionaries dictionaries;

    @Autowired
    DictionaryCopies copies;

    private final String dictionary = name("d");
    private final String service = name("bees-");

    @BeforeEach
    void a_dictionary_of_bees() {
        aDictionary(dictionary, true, """
                {"code":"01","name":{"ru":"Карника","en":"Carniolan"},"validFrom":"2020-01-01"},
                {"code":"02","name":{"ru":"Тёмная лесная","en":"Dark"},"validFrom":"2020-01-01","validTo":"2022-12-31"}""");
    }

    /** A breaker that has opened closes before others rely on it. */
    @AfterEach
    void the_register_answers_again() {
        String probe = name("d");
        aDictionary(probe, true, "");
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(dictionaries.find(probe)).isPresent());
    }

    @Test
    void a_code_is_judged_as_of_today_while_filling_in_and_at_submission_and_its_name_is_read_everywhere() {
        publish();
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, service);
        String application = "/applications/" + id;

        assertThat(faults(citizen, id, 1, "99")).containsExactly("/form/breed dictionary_code_unknown");
        assertThat(faults(citizen, id, 2, "02")).containsExactly("/form/breed dictionary_code_not_now");
        // What cannot be a code at all is said to be wrong once.
        assertThat(faults(citizen, id, 3, "x")).containsExactly("/form/breed invalid_value");
        assertThat(faults(citizen, id, 4, "01")).isEmpty();

        await().untilAsserted(() -> assertThat(
                        citizen.get(application, "Accept-Language", "en").text("/formNames/0/name"))
                .isEqualTo("Carniolan"));
        assertThat(citizen.get(application).text("/formNames/0/pointer")).isEqualTo("/breed");
        citizen.post(application + "/submission", Map.of()).expect(201);
        String desk = "/agency" + application;
        Api agency = api(TestTokens.officer(UUID.randomUUID().toString()).agency("municipality"));
        inReview(agency, id);
        assertThat(agency.get(desk).text("/formNames/0/name")).isEqualTo("Карника");
        String result = agency.post(
                        desk + "/results", Map.of("code", "permit", "fields", Map.of("inspector", "Пчёлкин")))
                .expect(201)
                .text("/id");
        agency.post(desk + "/decision", Map.of("decision", "APPROVED")).expect(200);
        String content = application + "/results/" + result + "/content";
        assertThat(SampleFiles.textOf(
                        citizen.get(content).expect(200).response().body()))
                .contains("Порода: 01 Карника", "Breed: 01 Carniolan");
        assertThat(citizen.get(content, "Accept", "application/xml").expect(200).body())
                .contains("01 Карника", "01 Carniolan");
    }

    @Test
    void without_the_register_the_last_copy_counts_and_without_a_copy_nobody_submits_until_it_is_back() {
        publish();
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, service);
        away(dictionary);
        assertThat(faults(citizen, id, 1, "01")).isEmpty();
        assertThat(faults(citizen, id, 2, "99")).containsExactly("/form/breed dictionary_code_unknown");

        // Published as another replica would, so that this one has no copy.
        String other = name("d");
        away(other);
        String unseen = name("bees-");
        jdbc.sql("""
                        insert into service_passport (code, version, content, sha256, published_at)
                        select :unseen, 1, replace(replace(content::text, :service, :unseen), :dictionary, :other)::json, 'x', now()
                          from service_passport where code = :service
                        """)
                .param("unseen", unseen)
                .param("service", service)
                .param("dictionary", dictionary)
                .param("other", other)
                .update();
        await().untilAsserted(() -> citizen.get("/services/" + unseen).expect(200));
        UUID waiting = draft(citizen, unseen);

        assertThat(faults(citizen, waiting, 1, "01")).containsExactly("/form/breed dictionary_unavailable");

        // Another replica has read it before the register went away.
        jdbc.sql("""
                        insert into dictionary_copy (code, version, complete, entries, fetched_at)
                        select :other, version, complete, entries, now() from dictionary_copy where code = :dictionary
                        """).param("other", other).param("dictionary", dictionary).update();
        await().untilAsserted(() -> assertThat(readiness(citizen, waiting)).isEmpty());
        citizen.patch(waiting, 2, Map.of("breed", "99")).expect(200);
        assertThat(readiness(citizen, waiting)).containsExactly("/form/breed dictionary_code_unknown");
        citizen.patch(waiting, 3, Map.of("breed", "01")).expect(200);

        aDictionary(other, true, """
                {"code":"01","name":{"ru":"Карника","en":"Carniolan"},"validFrom":"2020-01-01"}""");
        await().untilAsserted(() -> assertThat(readiness(citizen, waiting)).isEmpty());
        citizen.post("/applications/" + waiting + "/submission", Map.of()).expect(201);
    }

    @Test
    void a_newer_version_counts_soon_and_one_that_is_gone_goes_on_to_count() {
        publish();
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, service);
        assertThat(faults(citizen, id, 1, "01")).isEmpty();

        String path = "/internal/dictionaries/" + dictionary;
        OTHERS.stubFor(
                get(path).withHeader("If-None-Match", equalTo("\"1\"")).willReturn(okJson("""
                {"code":"%s","version":2,"complete":true,
                 "items":[{"code":"03","name":{"ru":"Бакфаст","en":"Buckfast"},"validFrom":"2020-01-01"}]}""".formatted(dictionary))));
        OTHERS.stubFor(get(path)
                .withHeader("If-None-Match", equalTo("\"2\""))
                .willReturn(aResponse().withStatus(304)));
        await().untilAsserted(() ->
                assertThat(readiness(citizen, id)).containsExactly("/form/breed dictionary_code_unknown"));
        citizen.patch(id, 2, Map.of("breed", "03")).expect(200);
        await().untilAsserted(() -> {
            assertThat(readiness(citizen, id)).isEmpty();
            OTHERS.verify(getRequestedFor(urlEqualTo(path)).withHeader("If-None-Match", equalTo("\"2\"")));
        });

        // What a slower replica read before the change does not take the place of the newer one.
        copies.save(dictionary, new Dictionary(1, true, List.of()), Instant.now());
        assertThat(copies.find(dictionary).orElseThrow().version()).isEqualTo(2);

        OTHERS.resetRequests();
        OTHERS.stubFor(get(path).willReturn(aResponse().withStatus(404)));
        await().untilAsserted(() -> {
            assertThat(readiness(citizen, id)).isEmpty();
            OTHERS.verify(moreThanOrExactly(2), getRequestedFor(urlEqualTo(path)));
        });
        assertThat(readiness(citizen, id)).isEmpty();
    }

    @Test
    void a_passport_that_names_no_dictionary_there_is_is_not_published() {
        Map<String, Object> passport = passport();
        breed(passport).put("x-dictionary", "nothing");
        admin().post("/services", passport).expect(201);
        assertThat(refused()).containsExactly("/form/properties/breed/x-dictionary dictionary_unknown");

        breed(passport).put("x-dictionary", dictionary);
        breed(passport).put("enum", List.of("01"));
        admin().post("/services", passport).expect(201);
        assertThat(refused()).containsExactly("/form/properties/breed/x-dictionary dictionary_misplaced");

        String silent = name("d");
        away(silent);
        breed(passport).remove("enum");
        breed(passport).put("x-dictionary", silent);
        admin().post("/services", passport).expect(201);
        admin().post("/services/" + service + "/versions/1/publication", Map.of())
                .expect(503);
        aDictionary(silent, true, "");
        await().untilAsserted(
                        () -> admin().post("/services/" + service + "/versions/1/publication?dryRun=true", Map.of())
                                .expect(200));
        breed(passport).put("x-dictionary", "No such name");
        assertThat(admin().post("/services", passport).expect(422).text("/errors/0/pointer"))
                .isEqualTo("/form/properties/breed/x-dictionary");
    }

    private List<String> refused() {
        return codes(admin().post("/services/" + service + "/versions/1/publication", Map.of())
                        .expect(422))
                .toList();
    }

    /** What stops a form with this breed: as readiness says it, which submission must say, too. */
    private static List<String> faults(Api citizen, UUID id, long version, String breed) {
        citizen.patch(id, version, Map.of("region", "77", "hives", 2, "metres", 5, "breed", breed))
                .expect(200);
        List<String> found = readiness(citizen, id);
        if (!found.isEmpty()) {
            assertThat(codes(citizen.post("/applications/" + id + "/submission", Map.of())
                                    .expect(422))
                            .toList())
                    .isEqualTo(found);
        }
        return found;
    }

    private static List<String> readiness(Api citizen, UUID id) {
        return codes(citizen.get("/applications/" + id + "/readiness").expect(200))
                .toList();
    }

    private static Stream<String> codes(Api.Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString());
    }

    private void publish() {
        admin().post("/services", passport()).expect(201);
        admin().post("/services/" + service + "/versions/1/publication", Map.of())
                .expect(201);
    }

    private Map<String, Object> passport() {
        Map<String, Object> passport = PassportBuilder.bees(service, 1);
        map(map(passport.get("form")).get("properties"))
                .put(
                        "breed",
                        new LinkedHashMap<>(Map.of(
                                "type",
                                "string",
                                "x-label",
                                PassportBuilder.text("Порода", "Breed"),
                                "pattern",
                                "^\\d{2}$",
                                "x-dictionary",
                                dictionary)));
        map(passport.get("form"))
                .put("required", List.of("lastName", "birthDate", "region", "hives", "metres", "breed"));
        map(map(((List<?>) passport.get("results")).getFirst()).get("content"))
                .put("text", PassportBuilder.text("Порода: {{form.breed}}.", "Breed: {{form.breed}}."));
        return passport;
    }

    private static Map<String, Object> breed(Map<String, Object> passport) {
        return map(map(map(passport.get("form")).get("properties")).get("breed"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    private static void away(String dictionary) {
        OTHERS.stubFor(get("/internal/dictionaries/" + dictionary)
                .willReturn(aResponse().withStatus(503)));
    }

    private Api admin() {
        return api(TestTokens.admin());
    }

    private static String name(String begin) {
        return begin + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }
}

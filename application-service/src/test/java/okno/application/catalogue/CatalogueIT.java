package okno.application.catalogue;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URLEncoder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.platform.core.calendar.WorkingCalendar;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class CatalogueIT extends ApplicationServiceCase {

    @Autowired
    TermQueries terms;

    @Autowired
    CatalogueSnapshots snapshots;

    @Autowired
    TransactionTemplate transactions;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Выписка из ЕГРЮЛ|egrul-extract",
                "выписка из егрюл|egrul-extract",
                "загранпаспорт|foreign-passport-10-years foreign-passport-5-years foreign-passport-child",
                "загранпаспорта|foreign-passport-10-years foreign-passport-5-years foreign-passport-child",
                "загран паспорт на ребёнка|foreign-passport-child",
                "загранпасспорт|foreign-passport-10-years foreign-passport-5-years foreign-passport-child",
                "ПРЕДПРИНИМАТЕЛ|ip-registration",
                "открыть ип|ip-registration",
                "водительские права|driving-licence",
                "вадительское удостоверение|driving-licence international-driving-licence",
                "прописка|residence-registration",
                "справка о несудимости|criminal-record",
                "материнский капитал|maternity-capital",
                "как записаться к врачу|doctor-appointment",
                "оспорить штраф|fine-appeal",
                "выйти на пенсию|old-age-pension",
                "2-НДФЛ|income-certificate",
                "driving license|driving-licence",
                "tax refund|income-declaration",
            })
    void the_service_that_is_meant_comes_first(String query, String codes) {
        List<String> found = codes(new Anonymous(port).get("/services?query=" + encoded(query)));

        assertThat(found.subList(0, Math.min(found.size(), codes.split(" ").length)))
                .containsExactlyInAnyOrder(codes.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "недвижимость|egrn-extract property-registration",
                "недвижемость|egrn-extract",
                "рождение ребенка|birth-registration maternity-capital",
                "рождения рибенка|birth-registration",
                "Росреестр|egrn-extract property-registration",
                "росреест|egrn-extract",
                "Traffic Inspectorate|driving-licence vehicle-registration",
                "buying a car|vehicle-registration",
            })
    void a_service_is_found_by_words_of_its_category_life_event_and_agency_with_a_slip_too(String query, String codes) {
        assertThat(codes(new Anonymous(port).get("/services?limit=100&query=" + encoded(query))))
                .contains(codes.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "?category=licences, licence-issue licence-renewal",
        "?lifeEvent=closing-business, ip-closing",
        "?agency=rosreestr, egrn-extract property-registration",
        "?agency=fns&for=SOLE_TRADER&category=business, egrip-extract ip-closing",
        "?query=nothing-like-it, ''",
        "?query=%25%27%3B--, ''",
        "?limit=1&after=egrul-extract, employment-record",
    })
    void services_are_found_by_what_they_are(String query, String codes) {
        assertThat(String.join(" ", codes(new Anonymous(port).get("/services" + query))))
                .isEqualTo(codes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "справка паспорт регистрация пособие выписка декларация водительское удостоверение пенсия земля брак",
                "паспо регис справ земел лицен водит пенси пособ декла обращ врача школа садик брака",
                "registration passport certificate licence driving pension benefit declaration extract plot school",
                "a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5 6 7 8 9 0 a b c d e f g h i j k l m",
            })
    void a_query_of_many_words_is_answered(String query) {
        new Anonymous(port).get("/services?query=" + encoded(query)).expect(200);
    }

    @Test
    void a_ranked_list_is_read_page_by_page_without_gaps() {
        Anonymous anyone = new Anonymous(port);
        String query = "/services?limit=100&query=" + encoded("паспорт");
        List<String> whole = codes(anyone.get(query));

        List<String> pages = new ArrayList<>();
        String after = "";
        do {
            Api.Answer page = anyone.get(query.replace("limit=100", "limit=2") + after);
            pages.addAll(codes(page));
            after = page.text("/next") == null ? null : "&after=" + page.text("/next");
        } while (after != null);

        assertThat(whole).hasSizeGreaterThan(4);
        assertThat(pages).isEqualTo(whole);
    }

    @Test
    void a_service_of_some_regions_is_found_there_only() {
        jdbc.sql("""
                insert into service_passport (code, version, content, sha256, published_at)
                select 'regional-certificate', 1,
                       (content::jsonb || '{"code":"regional-certificate","regions":["77"],"title":{"ru":"Областная","en":"Regional"}}')::json,
                       'x', now()
                  from service_passport where code = 'residence-certificate' order by version desc limit 1
                    on conflict do nothing
                """).update();
        Anonymous anyone = new Anonymous(port);

        // Its name comes first; there are agencies called regional, too.
        await().untilAsserted(() -> assertThat(codes(anyone.get("/services?query=Regional&region=77")))
                .startsWith("regional-certificate"));
        assertThat(codes(anyone.get("/services?query=Regional&region=50"))).doesNotContain("regional-certificate");
        anyone.get("/services?region=moscow").expect(400);
    }

    @Test
    void the_catalogue_is_sent_again_only_when_it_has_changed() {
        Anonymous anyone = new Anonymous(port);
        Api.Answer first = anyone.get("/services?limit=3").expect(200);

        anyone.get("/services?limit=3", "If-None-Match", first.header("ETag")).expect(304);
        jdbc.sql("update tariff set amount = amount where code = 'state-duty.marriage'")
                .update();

        await().untilAsserted(() -> anyone.get("/services?limit=3", "If-None-Match", first.header("ETag"))
                .expect(200));
    }

    @Test
    void who_is_logged_in_sees_what_they_may_apply_for() {
        Api weak = api(TestTokens.person(UUID.randomUUID()).ial("standard"));

        assertThat(weak.get("/services/ip-registration").json().path("eligible").asBoolean())
                .isFalse();
        assertThat(aCitizen()
                        .api()
                        .get("/services/ip-registration")
                        .json()
                        .path("eligible")
                        .asBoolean())
                .isTrue();
        assertThat(new Anonymous(port).get("/services/ip-registration").json().has("eligible"))
                .isFalse();
        assertThat(codes(weak.get("/services?for=ME&limit=100")))
                .contains("residence-certificate", "doctor-appointment")
                .doesNotContain("ip-registration", "egrul-extract", "licence-issue");
        assertThat(codes(aCompany("applications.submit").get("/services?for=ME&limit=100")))
                .contains("egrul-extract", "licence-issue")
                .doesNotContain("passport-replacement", "ip-closing");
        new Anonymous(port).get("/services?for=ME").expect(400);
    }

    @Test
    void who_is_too_young_or_too_old_reads_so_before_they_begin() {
        String id = UUID.randomUUID().toString();
        Api citizen = api(TestTokens.person(id));

        // Whoever only looks around is not looked up.
        Api.Answer around = citizen.get("/services?query=" + encoded("первый паспорт"));
        assertThat(around.json().at("/items/0/ageUnknown").asBoolean()).isTrue();
        OTHERS.verify(0, getRequestedFor(urlEqualTo("/internal/persons/" + id)));

        // Born in 1990: a first passport is for who is 14, a pension for who is older.
        assertThat(citizen.get("/services/passport-first")
                        .json()
                        .path("eligible")
                        .toString())
                .isEqualTo("false");
        assertThat(citizen.get("/services/passport-replacement")
                        .json()
                        .path("eligible")
                        .toString())
                .isEqualTo("true");
        assertThat(codes(citizen.get("/services?for=ME&limit=100")))
                .contains("passport-replacement")
                .doesNotContain("passport-first");
        assertThat(citizen.get("/services?query=" + encoded("первый паспорт"))
                        .json()
                        .at("/items/0/eligible")
                        .toString())
                .isEqualTo("false");
        OTHERS.verify(1, getRequestedFor(urlEqualTo("/internal/persons/" + id)));
    }

    @Test
    void while_nobody_can_say_how_old_they_are_a_service_says_that_and_stays_in_the_list() {
        String id = UUID.randomUUID().toString();
        OTHERS.stubFor(get("/internal/persons/" + id).willReturn(aResponse().withStatus(404)));
        Api citizen = api(TestTokens.person(id));

        Api.Answer first = citizen.get("/services/passport-first").expect(200);
        assertThat(first.json().has("eligible")).isFalse();
        assertThat(first.json().path("ageUnknown").asBoolean()).isTrue();
        assertThat(codes(citizen.get("/services?for=ME&limit=100"))).contains("passport-first", "passport-replacement");
        Api.Answer any = citizen.get("/services/residence-certificate").expect(200);
        assertThat(any.json().path("eligible").asBoolean()).isTrue();
        assertThat(any.json().has("ageUnknown")).isFalse();
        OTHERS.verify(1, getRequestedFor(urlEqualTo("/internal/persons/" + id)));
    }

    @Test
    void who_is_too_young_or_too_old_cannot_begin() {
        Api.Answer refused = aCitizen().api().post("/applications", Map.of("serviceCode", "passport-first"));

        assertThat(refused.expect(403).text("/code")).isEqualTo("applicant_age");
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

    @Test
    void a_day_off_that_is_loaded_while_the_service_runs_counts_within_a_second() {
        LocalDate tuesday = LocalDate.of(2031, 3, 4);
        assertThat(terms.calendar().isWorking(tuesday)).isTrue();

        jdbc.sql("insert into calendar_day (day, working) values (:day, false)")
                .param("day", tuesday)
                .update();
        await().atMost(1, SECONDS).until(() -> !terms.calendar().isWorking(tuesday));

        jdbc.sql("delete from calendar_day where day = :day")
                .param("day", tuesday)
                .update();
        await().atMost(1, SECONDS).until(() -> terms.calendar().isWorking(tuesday));
    }

    @Test
    void who_reads_the_catalogue_waits_for_nobody_who_looks_whether_it_has_changed() {
        var over = new AtomicBoolean();
        transactions.executeWithoutResult(nothing -> {
            jdbc.sql("lock table catalogue_revision in access exclusive mode").update();
            Thread.startVirtualThread(() -> {
                while (!over.get()) {
                    snapshots.current();
                }
            });
            await().until(() -> jdbc.sql("""
                            select count(*) from pg_locks
                             where relation = 'catalogue_revision'::regclass and not granted
                            """).query(Integer.class).single() > 0);
            assertThat(assertTimeoutPreemptively(Duration.ofSeconds(1), snapshots::current)
                            .services())
                    .isNotEmpty();
            over.set(true);
        });
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, UTF_8);
    }

    private static List<String> codes(Api.Answer found) {
        return found.expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(service -> service.path("code").asString())
                .toList();
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

package okno.registry.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import okno.registry.RegistryTest;
import okno.registry.dictionary.domain.Dictionary;
import okno.registry.dictionary.domain.DictionaryFile;
import okno.registry.dictionary.domain.DictionaryItem;
import okno.registry.dictionary.domain.Words;
import okno.registry.dictionary.persistence.Dictionaries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RegistryTest
class DictionariesIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final LocalDate LONG_AGO = LocalDate.parse("2010-01-01");

    @LocalServerPort
    int port;

    @Autowired
    Dictionaries dictionaries;

    @Autowired
    ImportDictionaries importDictionaries;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    private RestTestClient anyone;

    @BeforeEach
    void anybody() {
        anyone = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build();
    }

    @Test
    void anybody_reads_which_dictionaries_there_are_and_which_are_excerpts() {
        JsonNode all = get("/api/v1/dictionaries");

        assertThat(all.at("/items").valueStream().map(one -> one.get("code").asString()))
                .contains("okopf", "oksm", "oktmo", "okv", "okved2", "soun", "spdul");
        JsonNode okved = one(all, "okved2");
        assertThat(okved.get("complete").asBoolean()).isFalse();
        assertThat(okved.at("/source/en").asString()).contains("an excerpt");
        assertThat(one(all, "oksm").get("complete").asBoolean()).isTrue();
    }

    @Test
    void a_hierarchy_is_gone_down_from_the_top() {
        JsonNode top = get("/api/v1/dictionaries/okved2/items?parent=&limit=100");
        assertThat(codes(top)).hasSize(21).startsWith("A").endsWith("U");
        assertThat(top.at("/items/9/name/ru").asString()).isEqualTo("Деятельность в области информации и связи");
        assertThat(top.at("/items/9/hasItems").asBoolean()).isTrue();

        assertThat(codes(get("/api/v1/dictionaries/okved2/items?parent=J")))
                .containsExactly("58", "59", "60", "61", "62", "63");
        JsonNode last = get("/api/v1/dictionaries/okved2/items?parent=62.0");
        assertThat(codes(last)).containsExactly("62.01", "62.02", "62.03", "62.09");
        assertThat(last.at("/items/0/hasItems").asBoolean()).isFalse();
        assertThat(last.at("/items/0/parent").asString()).isEqualTo("62.0");
    }

    @Test
    void what_is_typed_is_how_a_code_or_a_word_begins_in_either_language() {
        assertThat(codes(get("/api/v1/dictionaries/okved2/items?q=62.0")))
                .containsExactly("62.0", "62.01", "62.02", "62.03", "62.09");
        assertThat(codes(get("/api/v1/dictionaries/oksm/items?q=росс"))).containsExactly("643");
        assertThat(codes(get("/api/v1/dictionaries/oksm/items?q=ZEAL"))).containsExactly("554");
        assertThat(codes(get("/api/v1/dictionaries/oksm/items?q=ланд"))).isEmpty();
        assertThat(codes(get("/api/v1/dictionaries/oksm/items?q={q}", "%"))).isEmpty();
        assertThat(codes(get("/api/v1/dictionaries/oksm/items?q={q}", "_"))).isEmpty();
    }

    @Test
    void pages_follow_each_other_by_code() {
        JsonNode first = get("/api/v1/dictionaries/oksm/items?limit=2");
        JsonNode second = get(
                "/api/v1/dictionaries/oksm/items?limit=2&after={after}",
                first.at("/next").asString());

        assertThat(codes(first)).containsExactly("004", "008");
        assertThat(codes(second)).containsExactly("010", "012");
    }

    @Test
    void a_code_means_what_it_meant_on_the_day_asked_for() {
        put(
                1,
                item("10", "Старое", LONG_AGO, LocalDate.parse("2020-06-30")),
                item("10", "Новое", LocalDate.parse("2020-07-01"), null),
                item("20", "Ушло", LONG_AGO, LocalDate.parse("2021-12-31")));

        assertThat(get("/api/v1/dictionaries/daysoftest/items?asOf=2020-06-30")
                        .at("/items/0/name/ru")
                        .asString())
                .isEqualTo("Старое");
        JsonNode next = get("/api/v1/dictionaries/daysoftest/items?asOf=2020-07-01");
        assertThat(next.at("/items/0/name/ru").asString()).isEqualTo("Новое");
        assertThat(codes(next)).containsExactly("10", "20");
        assertThat(codes(get("/api/v1/dictionaries/daysoftest/items"))).containsExactly("10");
        assertThat(codes(get("/api/v1/dictionaries/daysoftest/items?asOf=2009-12-31")))
                .isEmpty();
    }

    @Test
    void an_answer_is_sent_once_until_the_version_changes() {
        put(1, item("10", "Первое", LONG_AGO, null));
        String path = "/api/v1/dictionaries/daysoftest/items?asOf=2026-01-01";
        String etag = anyone.get()
                .uri(path)
                .exchange()
                .returnResult(byte[].class)
                .getResponseHeaders()
                .getETag();

        anyone.get()
                .uri(path)
                .header(HttpHeaders.IF_NONE_MATCH, etag)
                .exchange()
                .expectStatus()
                .isNotModified();
        put(2, item("10", "Второе", LONG_AGO, null));
        anyone.get()
                .uri(path)
                .header(HttpHeaders.IF_NONE_MATCH, etag)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(get(path).at("/items/0/name/ru").asString()).isEqualTo("Второе");
    }

    @Test
    void what_is_not_there_or_no_request_is_said_to_be_so() {
        status("/api/v1/dictionaries/nothing/items", HttpStatus.NOT_FOUND);
        status("/api/v1/dictionaries/oksm/items?asOf=yesterday", HttpStatus.BAD_REQUEST);
        status("/api/v1/dictionaries/oksm/items?limit=101", HttpStatus.BAD_REQUEST);
        status("/api/v1/dictionaries/oksm/items?q=" + "x".repeat(101), HttpStatus.BAD_REQUEST);
    }

    @Test
    void our_services_read_a_dictionary_as_a_whole_and_others_do_not() {
        String service = TestTokens.service("application-service").bearer();
        var whole = anyone.get()
                .uri("/internal/dictionaries/spdul")
                .header(HttpHeaders.AUTHORIZATION, service)
                .exchange()
                .returnResult(byte[].class);
        JsonNode read = JSON.readTree(whole.getResponseBodyContent());
        assertThat(read.get("items").valueStream().map(item -> item.get("code").asString()))
                .contains("21", "91");

        anyone.get()
                .uri("/internal/dictionaries/spdul")
                .header(HttpHeaders.AUTHORIZATION, service)
                .header(HttpHeaders.IF_NONE_MATCH, whole.getResponseHeaders().getETag())
                .exchange()
                .expectStatus()
                .isNotModified();
        anyone.get()
                .uri("/internal/dictionaries/nothing")
                .header(HttpHeaders.AUTHORIZATION, service)
                .exchange()
                .expectStatus()
                .isNotFound();
        anyone.get()
                .uri("/internal/dictionaries/spdul")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.person("reader").bearer())
                .exchange()
                .expectStatus()
                .isForbidden();
        status("/internal/dictionaries/spdul", HttpStatus.UNAUTHORIZED);
    }

    @Test
    void a_file_is_taken_in_once_and_again_when_its_version_is_greater() throws Exception {
        String name = name();
        jdbc.sql("update dictionary_item set name_ru = 'X' where dictionary = 'soun' and code = '7746'")
                .update();
        importDictionaries.run(new DefaultApplicationArguments());
        assertThat(name()).isEqualTo("X");

        // As if the database had the version before; the rows of another dictionary stay as they are.
        jdbc.sql("delete from dictionary_item where dictionary = 'soun'").update();
        jdbc.sql("delete from dictionary where code = 'soun'").update();
        await().untilAsserted(() -> assertThat(told("soun")).isPositive());
        long before = told("soun");
        importDictionaries.run(new DefaultApplicationArguments());
        assertThat(name()).isEqualTo(name).isNotEqualTo("X");
        await().untilAsserted(() -> assertThat(told("soun")).isEqualTo(before + 1));
        assertThat(jdbc.sql("select count(*) from dictionary_item where dictionary = 'oksm'")
                        .query(Long.class)
                        .single())
                .isEqualTo(251);
    }

    @Test
    void a_file_that_contradicts_itself_is_refused() {
        assertThatThrownBy(() -> file(line("1", null, "2020-01-01", "2020-12-31"), line("1", null, "2020-12-31", null))
                        .entries())
                .hasMessageContaining("two things");
        assertThatThrownBy(() -> file(line("1", "0", "2020-01-01", null)).entries())
                .hasMessageContaining("nothing above");
        assertThatThrownBy(
                        () -> file(line("1", null, "2020-01-02", "2020-01-01")).entries())
                .hasMessageContaining("ends before");
        assertThat(file(line("1", null, "2020-01-01", "2020-12-31"), line("1", null, "2021-01-01", null))
                        .entries())
                .hasSize(2);
    }

    /** How often the journal says that a dictionary was taken in. */
    private static long told(String code) {
        return TestEvents.all("okno.platform.audit.v1").stream()
                .filter(event -> event.data().path("action").asString().equals("dictionary.imported")
                        && event.data().path("objectId").asString().equals(code))
                .count();
    }

    private String name() {
        return jdbc.sql("select name_ru from dictionary_item where dictionary = 'soun' and code = '7746'")
                .query(String.class)
                .single();
    }

    private static DictionaryFile file(DictionaryFile.Line... lines) {
        var words = new Words("Т", "T");
        return new DictionaryFile("test", 1, true, words, words, LONG_AGO, List.of(lines));
    }

    private static DictionaryFile.Line line(String code, String parent, String from, String to) {
        return new DictionaryFile.Line(
                code, parent, "Т", "T", LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    private void put(int version, DictionaryItem... items) {
        var words = new Words("Проверка", "Test");
        transaction.executeWithoutResult(status -> dictionaries.replace(
                new Dictionary("daysoftest", version, true, words, words), List.of(items), Instant.now()));
    }

    private static DictionaryItem item(String code, String name, LocalDate from, LocalDate to) {
        return new DictionaryItem(code, null, new Words(name, name), from, to);
    }

    private void status(String path, HttpStatus expected) {
        anyone.get().uri(path).exchange().expectStatus().isEqualTo(expected);
    }

    private JsonNode get(String path, Object... values) {
        return JSON.readTree(anyone.get()
                .uri(path, values)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(byte[].class)
                .getResponseBodyContent());
    }

    private static JsonNode one(JsonNode all, String code) {
        return all.at("/items")
                .valueStream()
                .filter(one -> one.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(JsonNode page) {
        return page.at("/items")
                .valueStream()
                .map(item -> item.get("code").asString())
                .toList();
    }
}

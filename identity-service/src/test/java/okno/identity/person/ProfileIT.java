package okno.identity.person;

import static org.assertj.core.api.Assertions.assertThat;

import okno.identity.IdentityIT;
import okno.identity.person.domain.Person;
import okno.platform.core.Ids;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class ProfileIT extends IdentityIT {

    @Test
    void shows_the_whole_profile_to_its_owner() {
        Person person = somebody();
        get(person, "/api/v1/me")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"1\"")
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(person.id().toString())
                .jsonPath("$.lastName")
                .isEqualTo(person.name().last())
                .jsonPath("$.snils")
                .isEqualTo(person.snils().value())
                .jsonPath("$.birthDate")
                .isEqualTo("1991-02-03")
                .jsonPath("$.passport.series")
                .isEqualTo("4511")
                .jsonPath("$.ial")
                .isEqualTo("confirmed");
    }

    @Test
    void shows_it_as_xml_too() {
        Person person = somebody();
        http.get()
                .uri("/api/v1/me")
                .header(HttpHeaders.AUTHORIZATION, bearer(person))
                .accept(MediaType.APPLICATION_XML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(xml -> assertThat(xml)
                        .contains("<lastName>" + person.name().last() + "</lastName>")
                        .contains("<birthDate>1991-02-03</birthDate>"));
    }

    @Test
    void edits_the_profile_and_tells_which_fields_changed() {
        Person person = somebody();
        patch(person, "\"1\"", "{\"address\":\"г. Псков, ул. Ленина, 7\",\"language\":\"en\"}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"2\"")
                .expectBody()
                .jsonPath("$.address")
                .isEqualTo("г. Псков, ул. Ленина, 7")
                .jsonPath("$.language")
                .isEqualTo("en")
                .jsonPath("$.phone")
                .isEqualTo(person.contacts().phone());
        String event = firstEvent("okno.identity.profile.v1", person.id().toString());
        assertThat(event)
                .contains("\"fields\":[\"address\",\"language\"]")
                .doesNotContain("Псков")
                .doesNotContain(person.contacts().phone());
    }

    @Test
    void a_new_phone_or_e_mail_needs_a_code_and_the_patch_says_so() {
        Person person = somebody();
        patch(person, "\"1\"", "{\"phone\":\"+79990000000\",\"email\":\"other@okno.example\"}")
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("contact_needs_code")
                .jsonPath("$.errors[1].pointer")
                .isEqualTo("/email");
        assertThat(persons.find(person.id()).orElseThrow()).isEqualTo(person);
    }

    @Test
    void null_clears_and_absence_keeps() {
        Person person = somebody();
        patch(person, "\"1\"", "{\"email\":null}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.email")
                .isEmpty()
                .jsonPath("$.address")
                .isEqualTo(person.contacts().address());
    }

    @Test
    void the_phone_may_change_but_not_vanish() {
        Person person = somebody();
        patch(person, "\"1\"", "{\"phone\":null}")
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/phone");
        assertThat(persons.find(person.id()).orElseThrow()).isEqualTo(person);
    }

    @Test
    void names_and_numbers_are_not_editable() {
        Person person = somebody();
        for (String field :
                new String[] {"lastName", "snils", "inn", "birthDate", "ial", "phoneConfirmed", "version"}) {
            patch(person, "\"1\"", "{\"" + field + "\":\"x\"}")
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/" + field);
        }
        assertThat(persons.find(person.id()).orElseThrow()).isEqualTo(person);
    }

    @Test
    void bad_values_are_named_by_pointer() {
        Person person = somebody();
        patch(person, "\"1\"", "{\"phone\":\"89161234567\",\"email\":\"nobody\",\"language\":\"fr\"}")
                .expectStatus()
                .is4xxClientError()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("\"/phone\"", "\"/email\"", "\"/language\""));
    }

    @Test
    void an_edit_must_name_the_version_it_has_seen() {
        Person person = somebody();
        patch(person, null, "{\"language\":\"en\"}").expectStatus().isEqualTo(HttpStatus.PRECONDITION_REQUIRED);
        patch(person, "\"7\"", "{\"language\":\"en\"}").expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
    }

    @Test
    void a_machine_and_a_stranger_have_no_profile() {
        http.get()
                .uri("/api/v1/me")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.client("agency-fns").bearer())
                .exchange()
                .expectStatus()
                .isForbidden();
        http.get()
                .uri("/api/v1/me")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.person(Ids.next()).bearer())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void preferences_have_defaults_and_are_replaced_as_a_whole() {
        Person person = somebody();
        get(person, "/api/v1/me/preferences")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.dateFormat")
                .isEqualTo("DAY_FIRST")
                .jsonPath("$.language")
                .isEqualTo("ru");
        String wanted = """
                {"language":"en","dateFormat":"ISO","quickAccess":["egrul-extract"],
                 "privacy":{"contacts":"PRIVATE","documents":"AGENCIES"},"draftRetentionDays":30}""";
        for (int time = 1; time <= 2; time++) {
            http.put()
                    .uri("/api/v1/me/preferences")
                    .header(HttpHeaders.AUTHORIZATION, bearer(person))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(wanted)
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
        get(person, "/api/v1/me/preferences")
                .expectBody()
                .jsonPath("$.quickAccess[0]")
                .isEqualTo("egrul-extract")
                .jsonPath("$.privacy.contacts")
                .isEqualTo("PRIVATE");
        get(person, "/api/v1/me").expectBody().jsonPath("$.language").isEqualTo("en");
    }

    private ResponseSpec get(Person person, String path) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, bearer(person))
                .exchange();
    }

    private ResponseSpec patch(Person person, String ifMatch, String body) {
        var request = http.patch().uri("/api/v1/me").header(HttpHeaders.AUTHORIZATION, bearer(person));
        if (ifMatch != null) {
            request = request.header(HttpHeaders.IF_MATCH, ifMatch);
        }
        return request.contentType(MediaType.valueOf("application/merge-patch+json"))
                .body(body)
                .exchange();
    }

    private static String bearer(Person person) {
        return TestTokens.person(person.id().value()).bearer();
    }
}

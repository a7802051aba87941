package okno.identity.assurance;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.Person;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** A bank; the provider of video identification is the same adapter under another name. */
class VerifierProofIT extends ProofMethodContract {

    @Override
    Ial proves() {
        return Ial.CONFIRMED;
    }

    @Override
    Ial needs() {
        return Ial.STANDARD;
    }

    @Override
    String reasonForSomebodyElse() {
        return "snils_differs";
    }

    @Override
    JsonNode prove(Person claimant, Person seen) {
        JsonNode begun = opened(claimant, "BANK");
        if (!begun.path("id").isString()) {
            return begun;
        }
        String id = begun.path("id").asString();
        assertThat(tell("bank", TestVerifier.testimony("bank", id, seen).build()))
                .isEqualTo(204);
        return attempt(claimant, id);
    }

    @Test
    void video_identification_confirms_as_a_bank_does_and_a_repeated_callback_changes_nothing() {
        Person person = known(Ial.STANDARD);
        String id = opened(person, "VIDEO").path("id").asString();
        JWTClaimsSet said = TestVerifier.testimony("video", id, person).build();

        assertThat(tell("video", said)).isEqualTo(204);
        assertThat(tell("video", said)).isEqualTo(204);

        Person proved = persons.find(person.id()).orElseThrow();
        assertThat(proved.ial()).isEqualTo(Ial.CONFIRMED);
        assertThat(proved.version()).isEqualTo(2);
    }

    @Test
    void forged_stale_and_misdirected_callbacks_are_refused_and_the_genuine_one_is_still_taken() {
        Person person = known(Ial.STANDARD);
        String id = opened(person, "BANK").path("id").asString();
        JWTClaimsSet good = TestVerifier.testimony("bank", id, person).build();
        List<String> bad = List.of(
                TestVerifier.signed(good, TestVerifier.key(), Testimonies.TYPE),
                TestVerifier.signed(good, TestVerifier.KEY, JOSEObjectType.JWT),
                TestVerifier.signed(
                        new JWTClaimsSet.Builder(good).issuer("video").build()),
                TestVerifier.signed(
                        new JWTClaimsSet.Builder(good).audience("other").build()),
                TestVerifier.signed(new JWTClaimsSet.Builder(good)
                        .expirationTime(Date.from(Instant.now().minusSeconds(120)))
                        .build()),
                TestVerifier.signed(new JWTClaimsSet.Builder(good).subject("x").build()),
                TestVerifier.signed(
                        new JWTClaimsSet.Builder(good).claim("snils", null).build()),
                TestVerifier.signed(good).replaceAll("\\.[^.]*$", "."),
                "x");

        for (String jwt : bad) {
            assertThat(tell("bank", jwt)).as(jwt).isEqualTo(401);
        }
        assertThat(tell(
                        "video",
                        TestVerifier.signed(
                                TestVerifier.testimony("video", id, person).build())))
                .as("another verifier's attempt")
                .isEqualTo(404);
        assertThat(persons.find(person.id()).orElseThrow().ial()).isEqualTo(Ial.STANDARD);
        assertThat(tell("bank", good)).isEqualTo(204);
        assertThat(persons.find(person.id()).orElseThrow().ial()).isEqualTo(Ial.CONFIRMED);
    }

    @Test
    void who_was_not_recognised_reads_why() {
        Person person = known(Ial.STANDARD);
        String id = opened(person, "BANK").path("id").asString();
        JWTClaimsSet unseen = new JWTClaimsSet.Builder(
                        TestVerifier.testimony("bank", id, person).build())
                .claim("seen", false)
                .build();

        assertThat(tell("bank", unseen)).isEqualTo(204);

        JsonNode refused = attempt(person, id);
        assertThat(refused.path("status").asString()).isEqualTo("REFUSED");
        assertThat(refused.path("reason").asString()).isEqualTo("not_recognised");
        assertThat(refused.path("reasonText").asString()).contains("не смог установить");
    }

    @Test
    void the_registers_come_first_and_a_verifier_that_is_down_is_said_to_be() {
        assertThat(opened(known(Ial.SIMPLIFIED), "BANK").path("code").asString())
                .isEqualTo("level_needed");
        Person person = known(Ial.STANDARD);
        VERIFIER.stubFor(
                post(urlEqualTo("/verifier/v1/sessions")).willReturn(aResponse().withStatus(500)));

        assertThat(begin(person, "BANK").path("code").asString()).isEqualTo("dependency_unavailable");
    }

    private JsonNode opened(Person claimant, String method) {
        String verifier = method.toLowerCase(java.util.Locale.ROOT);
        VERIFIER.stubFor(post(urlEqualTo("/verifier/v1/sessions"))
                .withHeader("Authorization", equalTo("Bearer key-at-" + verifier))
                .withRequestBody(matchingJsonPath("$.reference"))
                .withRequestBody(
                        matchingJsonPath("$[?(@.callbackUrl =~ /.*verifiers.%s.callbacks/)]".formatted(verifier)))
                .willReturn(okJson("{\"page\": \"https://verifier.example/page\"}")));
        JsonNode begun = begin(claimant, method);
        if (begun.path("id").isString()) {
            assertThat(begun.path("page").asString()).isEqualTo("https://verifier.example/page");
        }
        return begun;
    }

    private int tell(String verifier, JWTClaimsSet said) {
        return tell(verifier, TestVerifier.signed(said));
    }

    private int tell(String verifier, String jwt) {
        return http.post()
                .uri("/api/v1/verifiers/" + verifier + "/callbacks")
                .contentType(MediaType.parseMediaType("application/jwt"))
                .body(jwt)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }
}

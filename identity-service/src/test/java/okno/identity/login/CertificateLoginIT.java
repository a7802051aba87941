package okno.identity.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import okno.identity.person.domain.Person;
import okno.identity.pki.TestAuthorities;
import okno.identity.pki.TestAuthority;
import okno.identity.pki.TestAuthority.Algorithm;
import okno.identity.pki.TestAuthority.Holder;
import okno.identity.pki.TestAuthority.Wish;
import okno.identity.signature.SigningIT;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class CertificateLoginIT extends SigningIT {

    private static final String TEXT = "Okno: I log in at http://localhost:8180/. 00ff";
    private static final TestToken KEYCLOAK_ITSELF = TestTokens.service("keycloak");

    @Test
    void the_person_is_found_by_the_snils_in_the_certificate_whatever_the_algorithm() throws Exception {
        Person person = somebody();
        for (Holder holder : new Holder[] {
            TestAuthorities.RSA.issue(subject(person), Wish.good()),
            TestAuthorities.RSA.issue(subject(person), Wish.good(), Algorithm.EC),
            TestAuthorities.GOST.issue(subject(person), Wish.good())
        }) {
            JsonNode judgement = judged(TestAuthority.cms(holder, TEXT.getBytes(UTF_8)));
            assertThat(judgement.path("personId").asString("none"))
                    .as("%s: %s", holder.algorithm(), judgement)
                    .isEqualTo(person.id().value().toString());
        }
    }

    @Test
    void a_registered_certificate_needs_no_snils_and_is_worthless_once_its_owner_withdrew_it() throws Exception {
        Person person = somebody();
        Holder holder = TestAuthorities.RSA.issue(subject(person), Wish.good());
        JsonNode pending = body(post(
                person,
                "/api/v1/me/certificates",
                Map.of("kind", "OWN", "certificate", holder.certificate().getEncoded())));
        String path = "/api/v1/me/certificates/" + pending.path("id").asString();
        byte[] challenge = pending.path("challenge").asString().getBytes(UTF_8);
        post(person, path + "/proof", Map.of("signature", TestAuthority.cms(holder, challenge)))
                .expectStatus()
                .isOk();
        byte[] login = TestAuthority.cms(holder, TEXT.getBytes(UTF_8));
        assertThat(judged(login).path("personId").asString())
                .isEqualTo(person.id().value().toString());

        http.delete()
                .uri(path)
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.person(person.id().value()).bearer())
                .exchange()
                .expectStatus()
                .is2xxSuccessful();

        assertThat(reason(judged(login))).isEqualTo("revoked");
    }

    @Test
    void hostile_signatures_are_refused_with_their_reason() throws Exception {
        Person person = somebody();
        String subject = subject(person);
        Instant now = Instant.now();
        TestAuthority rsa = TestAuthorities.RSA;
        byte[] text = TEXT.getBytes(UTF_8);
        byte[] good = TestAuthority.cms(rsa.issue(subject, Wish.good()), text);
        Map<String, byte[]> hostile = new LinkedHashMap<>();
        hostile.put(
                "expired",
                TestAuthority.cms(
                        rsa.issue(
                                subject,
                                Wish.good().during(now.minus(9, ChronoUnit.DAYS), now.minus(1, ChronoUnit.DAYS))),
                        text));
        hostile.put(
                "not_yet_valid",
                TestAuthority.cms(
                        rsa.issue(
                                subject,
                                Wish.good().during(now.plus(1, ChronoUnit.DAYS), now.plus(9, ChronoUnit.DAYS))),
                        text));
        hostile.put("revoked", TestAuthority.cms(TestAuthorities.REVOKED, text));
        hostile.put(
                "usage_wrong",
                TestAuthority.cms(
                        rsa.issue(subject, Wish.good().with(KeyUsage.digitalSignature, KeyPurposeId.id_kp_serverAuth)),
                        text));
        hostile.put("self_signed", TestAuthority.cms(TestAuthority.selfSigned(Algorithm.RSA, subject), text));
        hostile.put(
                "chain_unknown",
                TestAuthority.cms(
                        TestAuthority.make(Algorithm.RSA, "Trusted RSA authority")
                                .issue(subject, Wish.good()),
                        text));
        hostile.put(
                "person_unknown",
                TestAuthority.cms(rsa.issue("CN=Company,1.2.643.100.1=1027700000019", Wish.good()), text));
        hostile.put(
                "document_changed",
                TestAuthority.cms(rsa.issue(subject, Wish.good()), (TEXT + " replayed").getBytes(UTF_8)));
        for (var entry : hostile.entrySet()) {
            assertThat(reason(judged(entry.getValue()))).as(entry.getKey()).isEqualTo(entry.getKey());
        }
        for (byte[] malformed : new byte[][] {
            "text".getBytes(UTF_8),
            Arrays.copyOf(good, good.length / 2),
            {0x30, (byte) 0x84, 0x7f, -1, -1, -1},
            nested()
        }) {
            assertThat(reason(judged(malformed))).isEqualTo("signature_malformed");
        }
        ask(KEYCLOAK_ITSELF, new byte[80_000]).expectStatus().isBadRequest();
    }

    @Test
    void a_signature_that_the_platform_makes_for_people_logs_nobody_in() throws Exception {
        Person person = somebody();
        issued(person);

        JsonNode judgement = judged(signed(person, TEXT.getBytes(UTF_8), "CADES", "B"));

        assertThat(judgement.path("personId").isNull()).isTrue();
        assertThat(reason(judgement)).isEqualTo("usage_wrong");
    }

    @Test
    void nobody_but_keycloak_may_ask() throws Exception {
        for (TestToken other : new TestToken[] {TestTokens.service("payment-service"), TestTokens.admin()}) {
            ask(other, new byte[] {1}).expectStatus().isForbidden();
        }
    }

    private JsonNode judged(byte[] signature) {
        ResponseSpec answer = ask(KEYCLOAK_ITSELF, signature);
        answer.expectStatus().isOk();
        return body(answer);
    }

    private ResponseSpec ask(TestToken caller, byte[] signature) {
        return http.post()
                .uri("/internal/certificate-logins")
                .header(HttpHeaders.AUTHORIZATION, caller.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(
                        Map.of("text", TEXT, "signature", Base64.getEncoder().encodeToString(signature))))
                .exchange();
    }

    private static String reason(JsonNode judgement) {
        assertThat(judgement.path("personId").isNull()).as(judgement.toString()).isTrue();
        return judgement.path("reasons").get(0).asString();
    }

    private static String subject(Person person) {
        return "CN=Holder,1.2.643.100.3=" + person.snils().value();
    }

    /** Sequences within sequences, deeper than any parser's stack. */
    private static byte[] nested() {
        byte[] deep = new byte[14_000];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        return deep;
    }
}

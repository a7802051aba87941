package okno.identity.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import okno.identity.person.domain.Person;
import okno.identity.pki.TestAuthorities;
import okno.identity.pki.TestAuthority;
import okno.identity.pki.TestAuthority.Algorithm;
import okno.identity.pki.TestAuthority.Holder;
import okno.identity.pki.TestAuthority.Wish;
import okno.identity.signature.SigningIT;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class OwnCertificateIT extends SigningIT {

    private static final byte[] DOCUMENT = "Договор".getBytes(UTF_8);

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(names = {"RSA", "GOST"})
    void a_qualified_signature_made_outside_is_taken_with_a_certificate_whose_key_was_proved(Algorithm algorithm)
            throws Exception {
        Person person = somebody();
        TestAuthority authority = algorithm == Algorithm.RSA ? TestAuthorities.RSA : TestAuthorities.GOST;
        Holder holder = authority.issue(subject(person), Wish.good());
        Holder stranger = authority.issue(subject(person), Wish.good());
        JsonNode pending = registered(person, holder);
        assertThat(pending.path("status").asString()).isEqualTo("PENDING");
        byte[] challenge = pending.path("challenge").asString().getBytes(UTF_8);
        String proof = "/api/v1/me/certificates/" + pending.path("id").asString() + "/proof";
        refused(
                post(person, proof, Map.of("signature", TestAuthority.cms(stranger, challenge))),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "certificate_proof_wrong");
        refused(
                post(person, proof, Map.of("signature", TestAuthority.cms(holder, DOCUMENT))),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "certificate_proof_wrong");
        post(person, proof, Map.of("signature", TestAuthority.cms(holder, challenge)))
                .expectStatus()
                .isOk();

        String id = started(person, DOCUMENT, "QUALIFIED", "CADES", "B");
        String outside = "/api/v1/signatures/" + id + "/outside-signature";
        refused(
                upload(
                        person,
                        outside,
                        Map.of("signature", TestAuthority.cms(stranger, DOCUMENT), "document", DOCUMENT)),
                HttpStatus.CONFLICT,
                "certificate_required");
        refused(
                upload(
                        person,
                        outside,
                        Map.of("signature", TestAuthority.cms(holder, "другой".getBytes(UTF_8)), "document", DOCUMENT)),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "document_changed");
        byte[] cms = TestAuthority.cms(holder, DOCUMENT);
        if (algorithm == Algorithm.GOST) {
            refused(
                    upload(person, outside, Map.of("signature", cms)),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "document_needed");
        }
        Map<String, Object> parts = new HashMap<>(Map.of("signature", cms));
        if (algorithm == Algorithm.GOST) {
            parts.put("document", DOCUMENT);
        }
        upload(person, outside, parts)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("CONFIRMED")
                .jsonPath("$.certificateId")
                .isEqualTo(pending.path("id").asString());
        assertThat(get(person, "/api/v1/signatures/" + id + "/file")).isEqualTo(cms);
        assertThat(firstEvent("okno.identity.signature.v1", id)).contains("QUALIFIED");
        assertThat(verified(Map.of("document", DOCUMENT, "signature", cms))
                        .path("verdict")
                        .asString())
                .isEqualTo("VALID");
    }

    @Test
    void hostile_certificates_are_refused_with_their_reason_and_leave_nothing() throws Exception {
        Person person = somebody();
        String subject = subject(person);
        Instant now = Instant.now();
        TestAuthority rsa = TestAuthorities.RSA;
        Map<String, byte[]> hostile = new LinkedHashMap<>();
        hostile.put(
                "certificate_expired",
                der(rsa.issue(
                        subject, Wish.good().during(now.minus(9, ChronoUnit.DAYS), now.minus(1, ChronoUnit.DAYS)))));
        hostile.put(
                "certificate_not_yet_valid",
                der(rsa.issue(
                        subject, Wish.good().during(now.plus(1, ChronoUnit.DAYS), now.plus(9, ChronoUnit.DAYS)))));
        hostile.put("certificate_revoked", der(TestAuthorities.REVOKED));
        hostile.put(
                "certificate_usage_wrong", der(rsa.issue(subject, Wish.good().with(KeyUsage.keyEncipherment, null))));
        hostile.put("certificate_self_signed", der(TestAuthority.selfSigned(Algorithm.RSA, subject)));
        hostile.put(
                "certificate_chain_unknown",
                der(TestAuthority.make(Algorithm.RSA, "Trusted RSA authority").issue(subject, Wish.good())));
        hostile.put("certificate_not_yours", der(rsa.issue("CN=Other,1.2.643.100.3=00000000000", Wish.good())));
        hostile.put(
                "certificate_key_weak",
                rsa.certify(subject, rsaKey(1024), Wish.good()).getEncoded());
        hostile.put(
                "certificate_key_excessive",
                rsa.certify(subject, excessive(), Wish.good()).getEncoded());
        hostile.put(
                "certificate_algorithm_unsupported",
                rsa.certify(
                                subject,
                                KeyPairGenerator.getInstance("Ed25519")
                                        .generateKeyPair()
                                        .getPublic(),
                                Wish.good())
                        .getEncoded());
        hostile.put("certificate_too_large", new byte[20_000]);
        hostile.put("certificate_malformed", nested(7_000));
        for (var entry : hostile.entrySet()) {
            refused(register(person, entry.getValue()), HttpStatus.UNPROCESSABLE_CONTENT, entry.getKey());
        }
        refused(
                register(person, der(rsa.issue(subject, Wish.good().ofAuthority()))),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "certificate_usage_wrong");
        refused(
                register(person, der(rsa.issue("CN=Nobody", Wish.good()))),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "certificate_not_yours");
        byte[] good = der(rsa.issue(subject, Wish.good()));
        for (byte[] malformed : new byte[][] {
            {}, "text".getBytes(UTF_8), Arrays.copyOf(good, good.length / 2), {0x30, (byte) 0x84, 0x7f, -1, -1, -1}
        }) {
            refused(register(person, malformed), HttpStatus.UNPROCESSABLE_CONTENT, "certificate_malformed");
        }
        refused(
                register(
                        person,
                        der(rsa.issue(
                                subject, Wish.good().with(KeyUsage.digitalSignature, KeyPurposeId.id_kp_serverAuth)))),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "certificate_usage_wrong");
        assertThat(jdbc.sql("select count(*) from person_certificate where person_id = :id")
                        .param("id", person.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void hostile_signatures_are_refused_or_reported() throws Exception {
        byte[] doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>".getBytes(UTF_8);
        for (byte[] malformed :
                new byte[][] {{}, {0}, nested(100_000), doctype, "<a/>".getBytes(UTF_8), "<".getBytes(UTF_8)}) {
            ResponseSpec response = upload(
                    null, "/api/v1/signature-verifications", Map.of("document", DOCUMENT, "signature", malformed));
            response.expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        upload(null, "/api/v1/signature-verifications", Map.of("document", DOCUMENT))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        upload(null, "/api/v1/signature-verifications", Map.of("documentSha256", sha256(DOCUMENT)))
                .expectStatus()
                .isBadRequest();
        Holder self = TestAuthority.selfSigned(Algorithm.GOST, "CN=Сам");
        JsonNode report = verified(Map.of("document", DOCUMENT, "signature", TestAuthority.cms(self, DOCUMENT)));
        assertThat(report.path("verdict").asString()).isEqualTo("INVALID");
        assertThat(check(report, "CHAIN").path("reason").asString()).isEqualTo("self_signed");
        assertThat(check(report, "INTEGRITY").path("outcome").asString()).isEqualTo("PASSED");
    }

    @Test
    void signatures_with_hostile_certificates_are_reported_with_the_reason_of_the_check_that_fails() throws Exception {
        Instant now = Instant.now();
        TestAuthority rsa = TestAuthorities.RSA;
        Map<String, Holder> hostile = new LinkedHashMap<>();
        hostile.put(
                "VALIDITY expired",
                rsa.issue("CN=x", Wish.good().during(now.minus(9, ChronoUnit.DAYS), now.minus(1, ChronoUnit.DAYS))));
        hostile.put(
                "VALIDITY not_yet_valid",
                rsa.issue("CN=x", Wish.good().during(now.plus(1, ChronoUnit.DAYS), now.plus(9, ChronoUnit.DAYS))));
        hostile.put("REVOCATION revoked", TestAuthorities.REVOKED);
        hostile.put("USAGE usage_wrong", rsa.issue("CN=x", Wish.good().with(KeyUsage.keyEncipherment, null)));
        hostile.put("CHAIN self_signed", TestAuthority.selfSigned(Algorithm.RSA, "CN=x"));
        hostile.put(
                "CHAIN chain_unknown",
                TestAuthority.make(Algorithm.RSA, "Trusted RSA authority").issue("CN=x", Wish.good()));
        for (var entry : hostile.entrySet()) {
            String[] expected = entry.getKey().split(" ");
            JsonNode report =
                    verified(Map.of("document", DOCUMENT, "signature", TestAuthority.cms(entry.getValue(), DOCUMENT)));
            assertThat(report.path("verdict").asString()).as(entry.getKey()).isEqualTo("INVALID");
            assertThat(check(report, expected[0]).path("reason").asString()).isEqualTo(expected[1]);
            assertThat(check(report, expected[0]).path("text").asString()).isNotBlank();
            assertThat(check(report, "INTEGRITY").path("outcome").asString()).isEqualTo("PASSED");
        }
        Holder good = rsa.issue("CN=x", Wish.good());
        Map<String, X509Certificate> shown = new LinkedHashMap<>();
        shown.put("key_weak", rsa.certify("CN=x", rsaKey(1024), Wish.good()));
        shown.put("key_excessive", rsa.certify("CN=x", excessive(), Wish.good()));
        for (var entry : shown.entrySet()) {
            long begun = System.nanoTime();
            JsonNode report = verified(
                    Map.of("document", DOCUMENT, "signature", TestAuthority.cms(good, entry.getValue(), DOCUMENT)));
            assertThat(report.path("verdict").asString()).isEqualTo("INVALID");
            assertThat(check(report, "STRENGTH").path("reason").asString()).isEqualTo(entry.getKey());
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static RSAPublicKey rsaKey(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return (RSAPublicKey) generator.generateKeyPair().getPublic();
    }

    /** An exponent that would keep the processor busy for as long as whoever chose it likes. */
    private static PublicKey excessive() throws Exception {
        BigInteger exponent = BigInteger.ONE.shiftLeft(127).setBit(0);
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(rsaKey(2048).getModulus(), exponent));
    }

    private JsonNode registered(Person person, Holder holder) throws Exception {
        ResponseSpec response = register(person, der(holder));
        response.expectStatus().isCreated();
        return body(response);
    }

    private ResponseSpec register(Person person, byte[] certificate) {
        return post(
                person,
                "/api/v1/me/certificates",
                Map.of("kind", "OWN", "certificate", Base64.getEncoder().encodeToString(certificate)));
    }

    private static String subject(Person person) {
        return "CN=Holder,1.2.643.100.3=" + person.snils().value();
    }

    private static byte[] der(Holder holder) throws Exception {
        return holder.certificate().getEncoded();
    }

    private static byte[] nested(int levels) {
        byte[] nested = new byte[levels * 2];
        for (int i = 0; i < levels; i++) {
            nested[2 * i] = 0x30;
            nested[2 * i + 1] = (byte) 0x80;
        }
        return nested;
    }
}

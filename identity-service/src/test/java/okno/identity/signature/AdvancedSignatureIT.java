package okno.identity.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.Map;
import java.util.UUID;
import okno.identity.person.domain.Person;
import okno.platform.test.TestTokens;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class AdvancedSignatureIT extends SigningIT {

    private static final byte[] DOCUMENT = "Прошу выдать выписку".getBytes(UTF_8);
    private static final byte[] OTHER = "Прошу выдать справку".getBytes(UTF_8);

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_signature_by_the_platforms_certificate_holds_and_not_over_another_document() {
        Person person = somebody();
        issued(person);
        for (String format : new String[] {"CADES", "XADES"}) {
            byte[] file = signed(person, (format + " о выписке").getBytes(UTF_8), format, "T");
            byte[] document = (format + " о выписке").getBytes(UTF_8);
            JsonNode report = verified(Map.of("document", document, "signature", file));
            assertThat(report.path("verdict").asString()).as(report.toString()).isEqualTo("VALID");
            assertThat(report.path("signatures").get(0).path("provenAt").asString())
                    .isNotEmpty();
            assertThat(report.path("signatures")
                            .get(0)
                            .path("signer")
                            .path("subject")
                            .asString())
                    .contains(person.name().last());
            assertThat(verified(Map.of("documentSha256", sha256(document), "signature", file))
                            .path("verdict")
                            .asString())
                    .isEqualTo("VALID");

            JsonNode changed = verified(Map.of("document", OTHER, "signature", file));
            assertThat(changed.path("verdict").asString()).isEqualTo("INVALID");
            assertThat(check(changed, "INTEGRITY").path("reason").asString()).isEqualTo("document_changed");
            assertThat(check(changed, "INTEGRITY").path("text").asString()).contains("changed after");
        }
    }

    @Test
    void the_key_needs_its_password_and_a_wrong_one_costs_a_try() {
        Person person = somebody();
        issued(person);
        String id = started(person, DOCUMENT, "ADVANCED", "CADES", "B");
        String confirmation = "/api/v1/signatures/" + id + "/confirmation";
        refused(
                post(person, confirmation, Map.of("code", code())),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "key_password_required");
        for (int left = 2; left >= 0; left--) {
            post(person, confirmation, Map.of("code", code(), "keyPassword", "wrong password"))
                    .expectStatus()
                    .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("key_password_wrong")
                    .jsonPath("$.attemptsLeft")
                    .isEqualTo(left);
        }
        refused(
                post(person, confirmation, Map.of("code", code(), "keyPassword", PASSWORD)),
                HttpStatus.CONFLICT,
                "signature_expired");
    }

    @Test
    void a_key_lies_sealed_and_is_gone_when_its_certificate_is_revoked() throws Exception {
        Person person = somebody();
        JsonNode certificate = issued(person);
        String id = certificate.path("id").asString();
        assertThat(key(id)).hasSizeGreaterThan(100);
        refused(
                post(person, "/api/v1/me/certificates", Map.of("kind", "PLATFORM", "keyPassword", PASSWORD)),
                HttpStatus.CONFLICT,
                "certificate_exists");
        byte[] bare = signed(person, DOCUMENT, "CADES", "B");
        byte[] stamped = signed(person, OTHER, "CADES", "T");

        revoke(person, id);

        assertThat(key(id)).isNull();
        X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(fetch("/api/v1/pki/ca.crl")));
        assertThat(list.getRevokedCertificate(
                        new BigInteger(certificate.path("serialNumber").asString(), 16)))
                .isNotNull();
        refused(
                post(
                        person,
                        "/api/v1/signatures",
                        Map.of("documentSha256", sha256("x".getBytes(UTF_8)), "kind", "ADVANCED")),
                HttpStatus.CONFLICT,
                "certificate_required");
        // What a timestamp proves to be older than the revocation stays valid; what nothing proves does not.
        assertThat(verified(Map.of("document", OTHER, "signature", stamped))
                        .path("verdict")
                        .asString())
                .isEqualTo("VALID");
        JsonNode report = verified(Map.of("document", DOCUMENT, "signature", bare));
        assertThat(check(report, "REVOCATION").path("reason").asString()).isEqualTo("revoked");
        assertThat(report.path("verdict").asString()).isEqualTo("INVALID");
        // A timestamp of another signature would date this one back before the revocation.
        JsonNode datedBack = verified(Map.of("document", DOCUMENT, "signature", withTimestampOf(bare, stamped)));
        assertThat(check(datedBack, "TIMESTAMP").path("reason").asString()).isEqualTo("timestamp_wrong");
        assertThat(datedBack.path("verdict").asString()).isEqualTo("INVALID");
    }

    private static byte[] withTimestampOf(byte[] signature, byte[] stamped) throws CMSException, IOException {
        CMSSignedData cms = new CMSSignedData(signature);
        SignerInformation signer = SignerInformation.replaceUnsignedAttributes(
                signer(cms), signer(new CMSSignedData(stamped)).getUnsignedAttributes());
        return CMSSignedData.replaceSigners(cms, new SignerInformationStore(signer))
                .getEncoded();
    }

    private static SignerInformation signer(CMSSignedData cms) {
        return cms.getSignerInfos().getSigners().iterator().next();
    }

    @Test
    void only_confirmed_persons_get_a_certificate() {
        Person person = somebody();
        jdbc.sql("update person set ial = 'standard' where id = :id")
                .param("id", person.id().value())
                .update();
        refused(
                post(person, "/api/v1/me/certificates", Map.of("kind", "PLATFORM", "keyPassword", PASSWORD)),
                HttpStatus.FORBIDDEN,
                "person_not_confirmed");
        refused(
                post(person, "/api/v1/me/certificates", Map.of("kind", "PLATFORM", "keyPassword", "short")),
                HttpStatus.BAD_REQUEST,
                "/keyPassword");
    }

    @Test
    void a_signature_in_a_pdf_needs_the_pdf_that_was_named_and_what_is_no_pdf_costs_no_try() throws Exception {
        Person person = somebody();
        issued(person);
        byte[] pdf = TestPdf.ofSize(10_000);
        String id = started(person, pdf, "ADVANCED", "PADES", "T");
        String path = "/api/v1/signatures/" + id + "/signed-document";
        refused(
                post(
                        person,
                        "/api/v1/signatures/" + id + "/confirmation",
                        Map.of("code", code(), "keyPassword", PASSWORD)),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "signature_document_required");
        refused(
                upload(
                        person,
                        path,
                        Map.of("code", code(), "keyPassword", PASSWORD, "document", TestPdf.ofSize(9_000))),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "signature_document_differs");
        upload(person, path, Map.of("code", code(), "keyPassword", PASSWORD, "document", pdf))
                .expectStatus()
                .isOk();

        String text = started(person, DOCUMENT, "ADVANCED", "PADES", "T");
        refused(
                upload(
                        person,
                        "/api/v1/signatures/" + text + "/signed-document",
                        Map.of("code", code(), "keyPassword", PASSWORD, "document", DOCUMENT)),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "signature_document_unsuitable");
        assertThat(jdbc.sql("select attempts_left from signature where id = :id")
                        .param("id", UUID.fromString(text))
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void another_persons_signature_file_is_not_there() {
        Person owner = somebody();
        issued(owner);
        String id = started(owner, DOCUMENT, "ADVANCED", "CADES", "B");
        post(owner, "/api/v1/signatures/" + id + "/confirmation", Map.of("code", code(), "keyPassword", PASSWORD));
        http.get()
                .uri("/api/v1/signatures/" + id + "/file")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.person(somebody().id().value()).bearer())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private void revoke(Person person, String certificate) {
        http.delete()
                .uri("/api/v1/me/certificates/" + certificate)
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.person(person.id().value()).bearer())
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private byte[] fetch(String path) {
        return http.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(byte[].class)
                .getResponseBody();
    }

    private byte[] key(String certificate) {
        return jdbc.sql("select private_key from person_certificate where id = :id")
                .param("id", UUID.fromString(certificate))
                .query((rs, row) -> rs.getBytes(1))
                .list()
                .getFirst();
    }
}

package okno.identity.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import okno.identity.pki.PlatformKeys;
import okno.identity.signature.SigningIT;
import okno.platform.documents.PdfRenderer;
import okno.platform.test.TestEvents;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import tools.jackson.databind.JsonNode;

/** The portal's seal, judged by others than who makes it. */
class SealIT extends SigningIT {

    private static final TestToken APPLICATION = TestTokens.service("application-service");
    private static final byte[] PDF = new PdfRenderer().render("seal/result.html", Map.of("number", "42"));
    private static final byte[] XML =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><result xmlns=\"urn:okno:result:v1\"><title ru=\"Справка\"/></result>"
                    .getBytes(UTF_8);

    @Autowired
    PlatformKeys keys;

    @TempDir
    Path directory;

    @Test
    void a_sealed_pdf_begins_with_what_it_was_proves_itself_and_is_still_pdf_a() throws Exception {
        byte[] sealed = sealed(MediaType.APPLICATION_PDF, PDF);

        assertThat(Arrays.copyOf(sealed, PDF.length)).isEqualTo(PDF);
        assertValid(verified(Map.of("document", sealed)), "PADES");
        SimpleReport report = judged(sealed);
        assertThat(report.getIndication(report.getFirstSignatureId())).isNotEqualTo(Indication.TOTAL_FAILED);
        assertThat(report.getSignatureFormat(report.getFirstSignatureId())).isEqualTo(SignatureLevel.PAdES_BASELINE_T);
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(sealed));
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }

        byte[] changed = sealed.clone();
        changed[new String(PDF, ISO_8859_1).indexOf("endstream") - 10] ^= 1;
        assertThat(verdict(changed)).isNotEqualTo("VALID");
    }

    @Test
    void pdfsig_accepts_a_sealed_pdf_and_refuses_a_changed_one() throws Exception {
        assumeTrue(isThere("pdfsig", "-v"), "pdfsig (poppler-utils) is not installed");
        byte[] sealed = sealed(MediaType.APPLICATION_PDF, PDF);
        byte[] changed = sealed.clone();
        changed[new String(PDF, ISO_8859_1).indexOf("endstream") - 10] ^= 1;

        assertThat(said("pdfsig", "-nocert", write("good.pdf", sealed)))
                .contains("Signature is Valid", "Total document signed", "test seal");
        assertThat(said("pdfsig", "-nocert", write("bad.pdf", changed))).contains("Digest Mismatch");
    }

    @Test
    void a_sealed_xml_holds_its_seal_and_proves_itself_whole() throws Exception {
        byte[] sealed = sealed(MediaType.APPLICATION_XML, XML);

        String text = new String(sealed, UTF_8);
        assertThat(text)
                .contains("<title ru=\"Справка\"/>")
                .containsOnlyOnce("<ds:SignedInfo>")
                .endsWith("</result>");
        assertValid(verified(Map.of("document", sealed)), "XADES");
        SimpleReport report = judged(sealed);
        assertThat(report.getIndication(report.getFirstSignatureId())).isNotEqualTo(Indication.TOTAL_FAILED);
        assertThat(report.getSignatureFormat(report.getFirstSignatureId())).isEqualTo(SignatureLevel.XAdES_BASELINE_T);
        for (String change : new String[] {
            text.replace("Справка", "Спрaвка"),
            text.replace("<title", "<title/><title"),
            // What another signature would hide is seen.
            text.replace(
                    "</result>",
                    "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">x</ds:Signature></result>"),
        }) {
            assertThat(change).isNotEqualTo(text);
            assertThat(verdict(change.getBytes(UTF_8))).isNotEqualTo("VALID");
        }
        // The same bytes, still under their seal, within a document that says more.
        String wrapped = "<outer>" + text.substring(text.indexOf("<result")) + "<title ru=\"Другое\"/></outer>";
        assertThat(check(verified(Map.of("document", wrapped.getBytes(UTF_8))), "INTEGRITY")
                        .path("outcome")
                        .asString())
                .isNotEqualTo("PASSED");
        assertThat(upload(null, "/api/v1/signature-verifications", Map.of("document", XML))
                        .expectStatus()
                        .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                        .returnResult(String.class)
                        .getResponseBody())
                .contains("signature_missing");
    }

    @Test
    void every_seal_is_in_the_journal_by_its_hash() {
        byte[] sealed = sealed(MediaType.APPLICATION_XML, XML);

        await().untilAsserted(() -> assertThat(TestEvents.all("okno.platform.audit.v1").stream()
                        .map(event -> event.data().toString()))
                .anySatisfy(
                        entry -> assertThat(entry).contains("document.sealed", "application-service", sha256(sealed))));
    }

    @Test
    void nobody_but_the_maker_of_results_gets_a_seal_and_nothing_else_is_sealed() {
        status(TestTokens.service("registry-service"), MediaType.APPLICATION_PDF, PDF, HttpStatus.FORBIDDEN);
        status(TestTokens.person("somebody"), MediaType.APPLICATION_PDF, PDF, HttpStatus.FORBIDDEN);
        status(TestTokens.admin(), MediaType.APPLICATION_XML, XML, HttpStatus.FORBIDDEN);
        status(APPLICATION, MediaType.APPLICATION_PDF, XML, HttpStatus.UNPROCESSABLE_CONTENT);
        status(APPLICATION, MediaType.APPLICATION_XML, PDF, HttpStatus.UNPROCESSABLE_CONTENT);
        status(
                APPLICATION,
                MediaType.APPLICATION_XML,
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>".getBytes(UTF_8),
                HttpStatus.UNPROCESSABLE_CONTENT);
        status(APPLICATION, MediaType.TEXT_PLAIN, XML, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        status(APPLICATION, MediaType.APPLICATION_PDF, new byte[(10 << 20) + 1], HttpStatus.CONTENT_TOO_LARGE);
    }

    private static void assertValid(JsonNode report, String form) {
        assertThat(report.path("verdict").asString()).isEqualTo("VALID");
        assertThat(report.path("signatures").size()).isEqualTo(1);
        assertThat(report.at("/signatures/0/format").asString()).isEqualTo(form);
        assertThat(report.at("/signatures/0/signer").toString()).contains("Okno test seal");
        assertThat(report.at("/signatures/0/provenAt").asString("")).isNotBlank();
    }

    /** A file so broken that there is nothing to judge is refused instead. */
    private String verdict(byte[] document) {
        return body(upload(null, "/api/v1/signature-verifications", Map.of("document", document)))
                .path("verdict")
                .asString("refused");
    }

    /** By DSS' own validator, which trusts our authority and has no lists. */
    private SimpleReport judged(byte[] sealed) {
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(keys.caCertificate()));
        var verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(sealed));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument().getSimpleReport();
    }

    private byte[] sealed(MediaType type, byte[] document) {
        return seal(APPLICATION, type, document)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(type)
                .returnResult(byte[].class)
                .getResponseBody();
    }

    private void status(TestToken caller, MediaType type, byte[] document, HttpStatus expected) {
        seal(caller, type, document).expectStatus().isEqualTo(expected);
    }

    private ResponseSpec seal(TestToken caller, MediaType type, byte[] document) {
        return http.post()
                .uri("/internal/seals")
                .header(HttpHeaders.AUTHORIZATION, caller.bearer())
                .header(HttpHeaders.CONTENT_TYPE, type.toString())
                .body(document)
                .exchange();
    }

    private String write(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content).toString();
    }

    private static boolean isThere(String... command) throws InterruptedException {
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    private static String said(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said;
    }
}

package okno.identity.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import okno.identity.person.domain.Person;
import okno.identity.pki.PlatformKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Programs that share no code with ours accept our signatures, and refuse them when one byte is changed. */
class IndependentProofIT extends SigningIT {

    private static final byte[] DOCUMENT = "Заявление".getBytes(UTF_8);

    @Autowired
    private PlatformKeys keys;

    @TempDir
    private Path directory;

    @Test
    void openssl_accepts_our_cms_and_our_timestamp_and_refuses_a_changed_byte() throws Exception {
        assumeTrue(isThere("openssl", "version"), "openssl is not installed");
        Person person = somebody();
        issued(person);
        Path signature = write("document.p7s", signed(person, DOCUMENT, "CADES", "T"));
        Path authority = write("ca.der", keys.caCertificate().getEncoded());
        Path pem = directory.resolve("ca.pem");
        run("openssl", "x509", "-inform", "DER", "-in", authority.toString(), "-out", pem.toString());
        Path good = write("document", DOCUMENT);
        Path bad = write("changed", changed(DOCUMENT, 0));
        assertThat(cmsVerify(signature, good, pem)).isZero();
        assertThat(cmsVerify(signature, bad, pem)).isNotZero();
    }

    @Test
    void pdfsig_accepts_our_pdf_and_refuses_a_changed_byte() throws Exception {
        assumeTrue(isThere("pdfsig", "-v"), "pdfsig (poppler-utils) is not installed");
        Person person = somebody();
        issued(person);
        byte[] signed = signedPdf(person, TestPdf.ofSize(10_000), "T");
        assertThat(said("pdfsig", "-nocert", write("good.pdf", signed).toString()))
                .contains("Signature is Valid", "Total document signed");
        assertThat(said(
                        "pdfsig",
                        "-nocert",
                        write("bad.pdf", changed(signed, width(signed))).toString()))
                .contains("Digest Mismatch");
    }

    @Test
    void dss_validator_accepts_all_our_formats_and_refuses_a_changed_byte() throws Exception {
        Person person = somebody();
        issued(person);
        byte[] cades = signed(person, DOCUMENT, "CADES", "T");
        byte[] xml = "для XML".getBytes(UTF_8);
        byte[] xades = signed(person, xml, "XADES", "T");
        byte[] pades = signedPdf(person, TestPdf.ofSize(10_000), "T");
        assertThat(indication(cades, DOCUMENT)).isNotEqualTo(Indication.TOTAL_FAILED);
        assertThat(indication(cades, changed(DOCUMENT, 0))).isEqualTo(Indication.TOTAL_FAILED);
        assertThat(indication(xades, xml)).isNotEqualTo(Indication.TOTAL_FAILED);
        assertThat(indication(xades, changed(xml, 0))).isEqualTo(Indication.TOTAL_FAILED);
        assertThat(indication(pades, null)).isNotEqualTo(Indication.TOTAL_FAILED);
        assertThat(indication(changed(pades, width(pades)), null)).isEqualTo(Indication.TOTAL_FAILED);
    }

    @Test
    void our_own_verification_agrees_about_pdfs() throws Exception {
        Person person = somebody();
        issued(person);
        byte[] signed = signedPdf(person, TestPdf.ofSize(10_000), "T");
        assertThat(verified(Map.of("document", signed)).path("verdict").asString())
                .isEqualTo("VALID");
        var broken = verified(Map.of("document", changed(signed, width(signed))));
        assertThat(check(broken, "INTEGRITY").path("reason").asString()).isEqualTo("document_changed");
        byte[] longer = Arrays.copyOf(signed, signed.length + 1);
        longer[signed.length] = '\n';
        var extended = verified(Map.of("document", longer));
        assertThat(check(extended, "INTEGRITY").path("reason").asString()).isEqualTo("document_extended");
    }

    /** Trusting our authority and nothing else; lists are not given, so the best that it can say is "indeterminate". */
    private Indication indication(byte[] signature, byte[] document) {
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(keys.caCertificate()));
        var verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(signature));
        validator.setCertificateVerifier(verifier);
        if (document != null) {
            List<DSSDocument> detached = List.of(new InMemoryDocument(document, "document"));
            validator.setDetachedContents(detached);
        }
        var report = validator.validateDocument().getSimpleReport();
        assertThat(report.getSignaturesCount()).isEqualTo(1);
        return report.getIndication(report.getFirstSignatureId());
    }

    private int cmsVerify(Path signature, Path content, Path authority) throws Exception {
        return run(
                "openssl",
                "cms",
                "-verify",
                "-inform",
                "DER",
                "-in",
                signature.toString(),
                "-content",
                content.toString(),
                "-binary",
                "-CAfile",
                authority.toString(),
                "-purpose",
                "any",
                "-cades",
                "-out",
                directory.resolve("out").toString());
    }

    private static byte[] changed(byte[] document, int at) {
        byte[] changed = document.clone();
        changed[at] ^= 1;
        return changed;
    }

    /** The width of the page, 612.0: the file stays readable. */
    private static int width(byte[] pdf) {
        return new String(pdf, ISO_8859_1).indexOf("612.0") + 2;
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
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

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static String said(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said;
    }
}

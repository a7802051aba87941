package okno.application.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import okno.application.SampleFiles;
import okno.application.catalogue.domain.ResultRule;
import okno.application.catalogue.domain.Texts;
import okno.application.result.domain.Sheet;
import okno.platform.documents.PdfRenderer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.xml.sax.SAXException;

/** The files that a result consists of, judged by the standards they claim to keep. */
class ResultFilesTest {

    private static final Path XSD = Path.of("../contracts/documents/result.v1.xsd");
    private static final UUID ID = UUID.fromString("0198c0de-5000-7000-8000-000000000001");

    @ParameterizedTest
    @ValueSource(strings = {"certificate", "notice"})
    void the_pdf_keeps_every_rule_of_pdf_a_2b(String layout) throws Exception {
        byte[] pdf = new ResultPdf(new PdfRenderer()).draw(sheet(layout, "Ёжиков Ёж & <Ко>"));
        // For whoever wants to look at it.
        Files.write(Path.of("target", "result-" + layout + ".pdf"), pdf);

        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf));
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
            assertThat(result.getPDFAFlavour()).isEqualTo(PDFAFlavour.PDFA_2_B);
        }
        assertThat(SampleFiles.textOf(pdf))
                .contains(
                        "№ MVD-R-2026-0000042-7 от 26.11.2026",
                        "Действует по 25.11.2027",
                        "Ёжиков Ёж & <Ко>",
                        ID.toString())
                .contains("Valid until 25 November 2027", "Translation");
        assertThat(qrOf(pdf)).isEqualTo("http://localhost:8080/api/v1/results/verification/" + ID);
    }

    private static String qrOf(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
            return new MultiFormatReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(light)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        }
    }

    @Test
    void the_xml_keeps_its_schema_and_says_the_same() throws Exception {
        byte[] xml = new ResultXml().write(sheet("certificate", "Ёжиков \u0001Ёж & <Ко>"));

        schema().newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
        assertThat(new String(xml, UTF_8))
                .startsWith("<?xml")
                .contains("number=\"MVD-R-2026-0000042-7\"", "validUntil=\"2027-11-25\"", "Ёжиков Ёж &amp; &lt;Ко");
    }

    @Test
    void the_schema_has_a_place_for_the_seal_and_for_nothing_else() throws Exception {
        String xml = new String(new ResultXml().write(sheet("certificate", "Ёжиков")), UTF_8);
        String sealed =
                xml.replace("</result>", "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/></result>");
        String more = xml.replace("</result>", "<more xmlns=\"urn:more\"/></result>");

        schema().newValidator().validate(new StreamSource(new ByteArrayInputStream(sealed.getBytes(UTF_8))));
        assertThatExceptionOfType(SAXException.class).isThrownBy(() -> schema().newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(more.getBytes(UTF_8)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lang=\"en\"|lang=\"ru\"",
                "MVD-R-2026|mvd 2026",
                "2027-11-25|2027-11-25Z",
                "<verification>http|<verification>ftp"
            })
    void the_schema_is_tight(String change) throws Exception {
        String[] parts = change.split("\\|");
        String xml = new String(new ResultXml().write(sheet("certificate", "Ёжиков")), UTF_8);
        assertThat(xml).contains(parts[0]);
        String changed = xml.replace(parts[0], parts[1]);

        assertThatExceptionOfType(SAXException.class).isThrownBy(() -> schema().newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(changed.getBytes(UTF_8)))));
    }

    private static Schema schema() throws SAXException, IOException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(XSD.toFile());
    }

    private static Sheet sheet(String layout, String name) {
        return new Sheet(
                ID,
                "MVD-R-2026-0000042-7",
                "result",
                layout,
                new Texts("Справка о регистрации по месту жительства", "Certificate of residence"),
                LocalDate.parse("2026-11-26"),
                LocalDate.parse("2027-11-25"),
                new Sheet.Source(
                        "residence-certificate",
                        3,
                        new Texts("Справка о регистрации по месту жительства", "Residence certificate"),
                        "mvd",
                        new Texts("МВД России", "Ministry of Internal Affairs"),
                        "MVD-2026-0000001-8",
                        LocalDate.parse("2026-11-20")),
                List.of(page("ru", name, "Зарегистрирован с"), page("en", name, "Registered since")),
                "http://localhost:8080/api/v1/results/verification/" + ID);
    }

    private static Sheet.Page page(String language, String name, String label) {
        return new Sheet.Page(
                Locale.of(language),
                List.of(
                        "Настоящая справка подтверждает, что " + name
                                + ", дата рождения 17.05.1990, зарегистрирован по месту жительства с 01.02.2015.",
                        "Второй абзац."),
                List.of(
                        new ResultRule.Line("name", "Фамилия, имя, отчество", name),
                        new ResultRule.Line("since", label, "01.02.2015")));
    }
}

package okno.identity.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class EnvelopedReferencesTest {

    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final String ENVELOPED = "<Transform Algorithm='" + DSIG + "enveloped-signature'/>";
    private static final String CANONICAL = "<Transform Algorithm='http://www.w3.org/2001/10/xml-exc-c14n#'/>";
    private static final String WHOLE =
            "<Reference URI=''><Transforms>" + ENVELOPED + CANONICAL + "</Transforms></Reference>";
    private static final String PROPERTIES =
            "<Reference URI='#p' Type='http://uri.etsi.org/01903#SignedProperties'><Transforms>" + CANONICAL
                    + "</Transforms></Reference>";

    @Test
    void a_reference_to_all_but_the_signature_and_one_to_its_properties_cover_all() throws Exception {
        assertThat(covers(WHOLE + PROPERTIES)).isTrue();
        assertThat(covers(WHOLE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PROPERTIES,
                "<Reference URI='#part'><Transforms>" + CANONICAL + "</Transforms></Reference>",
                "<Reference><Transforms>" + ENVELOPED + "</Transforms></Reference>",
                "<Reference URI=''><Transforms>" + CANONICAL + "</Transforms></Reference>",
                "<Reference URI=''><Transforms>" + ENVELOPED
                        + "<Transform Algorithm='http://www.w3.org/TR/1999/REC-xpath-19991116'/></Transforms></Reference>",
                "<Reference URI=''><Transforms>" + ENVELOPED
                        + "<Transform Algorithm='http://www.w3.org/TR/1999/REC-xslt-19991116'/></Transforms></Reference>",
                WHOLE + WHOLE,
                WHOLE + "<Reference URI='#part'/>",
            })
    void whatever_picks_parts_or_says_more_covers_nothing(String references) throws Exception {
        assertThat(covers(references)).isFalse();
    }

    @Test
    void a_signature_that_is_no_child_of_the_root_covers_nothing() throws Exception {
        assertThat(EnvelopedReferences.coverAll(signature("<a><b>" + signed(WHOLE) + "</b></a>")))
                .isFalse();
    }

    private static boolean covers(String references) throws Exception {
        return EnvelopedReferences.coverAll(signature("<a><b/>" + signed(references) + "</a>"));
    }

    private static String signed(String references) {
        return "<Signature xmlns='" + DSIG + "'><SignedInfo>" + references + "</SignedInfo></Signature>";
    }

    private static Element signature(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return (Element) factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getElementsByTagNameNS(DSIG, "Signature")
                .item(0);
    }
}

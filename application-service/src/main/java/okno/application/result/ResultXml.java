package okno.application.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import okno.application.catalogue.domain.ResultRule;
import okno.application.catalogue.domain.Texts;
import okno.application.result.domain.Sheet;
import org.springframework.stereotype.Component;

/** Writes a document as XML by {@code contracts/documents/result.v1.xsd}, for machines; the words are those of the PDF. */
@Component
class ResultXml {

    private static final String NAMESPACE = "urn:okno:result:v1";
    /** Characters that XML 1.0 has no way to write, escaped or not. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final XMLOutputFactory factory = XMLOutputFactory.newFactory();

    byte[] write(Sheet sheet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4 << 10);
        try {
            XMLStreamWriter xml = factory.createXMLStreamWriter(bytes, UTF_8.name());
            xml.writeStartDocument(UTF_8.name(), "1.0");
            xml.writeStartElement("result");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("id", sheet.id().toString());
            xml.writeAttribute("number", sheet.number());
            xml.writeAttribute("code", sheet.code());
            xml.writeAttribute("issuedOn", sheet.issuedOn().toString());
            if (sheet.validUntil() != null) {
                xml.writeAttribute("validUntil", sheet.validUntil().toString());
            }
            source(xml, sheet.source());
            texts(xml, "title", sheet.title());
            for (Sheet.Page page : sheet.pages()) {
                content(xml, page);
            }
            element(xml, "verification", sheet.link());
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("result cannot be written as XML", e);
        }
        return bytes.toByteArray();
    }

    private static void source(XMLStreamWriter xml, Sheet.Source source) throws XMLStreamException {
        xml.writeStartElement("agency");
        xml.writeAttribute("code", source.agency());
        texts(xml, "title", source.agencyTitle());
        xml.writeEndElement();
        xml.writeStartElement("service");
        xml.writeAttribute("code", source.service());
        xml.writeAttribute("version", Integer.toString(source.serviceVersion()));
        texts(xml, "title", source.serviceTitle());
        xml.writeEndElement();
        xml.writeEmptyElement("application");
        xml.writeAttribute("number", source.applicationNumber());
        xml.writeAttribute("submittedOn", source.submittedOn().toString());
    }

    private static void content(XMLStreamWriter xml, Sheet.Page page) throws XMLStreamException {
        xml.writeStartElement("content");
        xml.writeAttribute("lang", page.language().getLanguage());
        for (String paragraph : page.paragraphs()) {
            element(xml, "paragraph", paragraph);
        }
        for (ResultRule.Line line : page.lines()) {
            xml.writeStartElement("field");
            xml.writeAttribute("code", line.code());
            element(xml, "label", line.label());
            element(xml, "value", line.value());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void texts(XMLStreamWriter xml, String name, Texts texts) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("ru", texts.ru());
        xml.writeAttribute("en", texts.en());
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(NOT_XML.matcher(text).replaceAll(""));
        xml.writeEndElement();
    }
}

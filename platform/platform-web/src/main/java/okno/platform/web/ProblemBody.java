package okno.platform.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** RFC 9457 body with our extensions; XML is the form of the RFC's appendix B. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String traceId,
        List<Fault> errors,
        @JsonAnyGetter Map<String, Object> extensions) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    /**
     * One entry of {@code errors}.
     *
     * @param pointer JSON Pointer into the request body; null when a parameter is at fault
     * @param parameter name of a query, path or header parameter; null when the body is at fault
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(@Nullable String pointer, @Nullable String parameter, String code, String message) {}

    byte[] toJson() {
        return JSON.writeValueAsBytes(this);
    }

    byte[] toXml() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            XMLStreamWriter xml = XML.createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("problem");
            xml.writeDefaultNamespace("urn:ietf:rfc:7807");
            element(xml, "type", type);
            element(xml, "title", title);
            element(xml, "status", Integer.toString(status));
            element(xml, "detail", detail);
            element(xml, "code", code);
            element(xml, "traceId", traceId);
            if (!errors.isEmpty()) {
                xml.writeStartElement("errors");
                for (Fault fault : errors) {
                    xml.writeStartElement("i");
                    element(xml, "pointer", fault.pointer());
                    element(xml, "parameter", fault.parameter());
                    element(xml, "code", fault.code());
                    element(xml, "message", fault.message());
                    xml.writeEndElement();
                }
                xml.writeEndElement();
            }
            for (Map.Entry<String, Object> extension : extensions.entrySet()) {
                extension(xml, extension.getKey(), extension.getValue());
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a problem could not be written as XML", e);
        }
    }

    private static void extension(XMLStreamWriter xml, String name, Object value) throws XMLStreamException {
        if (value instanceof List<?> values) {
            xml.writeStartElement(name);
            for (Object one : values) {
                element(xml, "i", one.toString());
            }
            xml.writeEndElement();
        } else {
            element(xml, name, value.toString());
        }
    }

    private static void element(XMLStreamWriter xml, String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement(name);
            xml.writeCharacters(
                    value.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "?"));
            xml.writeEndElement();
        }
    }
}

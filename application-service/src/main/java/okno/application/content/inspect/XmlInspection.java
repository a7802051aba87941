package okno.application.content.inspect;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML must be well formed and describe nothing but itself: a document type could fetch or multiply what is not there. */
final class XmlInspection {

    private static final int MAX_DEPTH = 256;
    private static final XMLInputFactory FACTORY = factory();

    private XmlInspection() {}

    /** @throws Refused {@code file_active_content} with a document type, {@code file_damaged} when not well formed */
    static void check(byte[] content) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(content));
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw new Refused("file_active_content");
                    case XMLStreamConstants.START_ELEMENT -> depth = deeper(depth);
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
            }
        } catch (XMLStreamException notWellFormed) {
            throw Refused.damaged();
        }
    }

    private static int deeper(int depth) {
        if (depth == MAX_DEPTH) {
            throw new Refused("file_too_complex");
        }
        return depth + 1;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}

package okno.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.util.StreamReader2Delegate;

/** Reads XML in UTF-8 only, without DTDs or entities of any kind, and within {@link ParserLimits}. */
final class GuardedXmlInput extends WstxInputFactory {

    GuardedXmlInput() {
        setProperty(XMLInputFactory.SUPPORT_DTD, false);
        setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, ParserLimits.DEPTH + 1);
        setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 64);
        setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, ParserLimits.TEXT_CHARS);
        setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, ParserLimits.TEXT_CHARS);
        setProperty(WstxInputProperties.P_MAX_CHARACTERS, (long) ParserLimits.BODY_BYTES);
    }

    @Override
    public XMLStreamReader createXMLStreamReader(InputStream in) throws XMLStreamException {
        // The declaration of the document does not get to choose the charset.
        return createXMLStreamReader(new InputStreamReader(
                in,
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    @Override
    public XMLStreamReader createXMLStreamReader(Reader reader) throws XMLStreamException {
        return new WithoutDtd((XMLStreamReader2) super.createXMLStreamReader(reader));
    }

    private static final class WithoutDtd extends StreamReader2Delegate {

        WithoutDtd(XMLStreamReader2 reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == DTD || event == ENTITY_REFERENCE) {
                throw new XMLStreamException("document type and entities are not accepted");
            }
            return event;
        }
    }
}

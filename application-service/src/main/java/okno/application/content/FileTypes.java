package okno.application.content;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import okno.application.casefile.domain.PaperFormat;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;
import org.springframework.stereotype.Component;

/** Tells the type of a file by its content, with the detector of Apache Tika; names and headers are not asked. */
@Component
public class FileTypes {

    /** So much of the beginning is looked at; a stream given to {@link #detect} must be able to take it back. */
    public static final int BEGINNING = 64 * 1024;

    private final MimeTypes known = MimeTypes.getDefaultMimeTypes();

    FileTypes() {}

    /**
     * What the content is; empty when it is none of the formats that are ever accepted. A format must begin with the first
     * byte: readers that look for a beginning further on would find other things, too.
     */
    public Optional<PaperFormat> detect(PushbackInputStream content) throws IOException {
        byte[] beginning = content.readNBytes(BEGINNING);
        content.unread(beginning);
        return detect(beginning);
    }

    /** The same of a content, or its beginning, in memory. */
    public Optional<PaperFormat> detect(byte[] beginning) {
        try (TikaInputStream stream = TikaInputStream.get(beginning)) {
            MediaType type = known.detect(stream, new Metadata(), new ParseContext());
            return PaperFormat.ofType(type.getBaseType().toString()).filter(format -> format.begins(beginning));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

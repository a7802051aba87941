package okno.application.content.inspect;

import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;

/**
 * Whether a PDF holds anything that acts: every object of the file is looked at, not only those that pages refer to. Plain
 * forms and signatures are welcome; scripts, programs, sent forms, other files and XFA forms are not.
 */
final class PdfActivity {

    private static final int MAX_OBJECTS = 300_000;
    private static final int MAX_DEPTH = 64;

    /** Action types of ISO 32000-1, table 198, that do more than move within the document or open a link. */
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "Rendition", "Movie", "Sound", "RichMedia");

    /** Entries that hold scripts, files or media. */
    private static final Set<String> ENTRIES =
            Set.of("JS", "JavaScript", "EmbeddedFiles", "EmbeddedFile", "EF", "XFA", "RichMediaContent", "3DD");

    private static final Set<String> ANNOTATIONS = Set.of("FileAttachment", "RichMedia", "Screen", "Movie", "3D");

    private PdfActivity() {}

    /** @throws Refused {@code file_active_content}, {@code file_too_complex} */
    static void check(COSDocument document) {
        Set<COSObjectKey> keys = document.getXrefTable().keySet();
        if (keys.size() > MAX_OBJECTS) {
            throw new Refused("file_too_complex");
        }
        look(document.getTrailer(), 0);
        for (COSObjectKey key : Set.copyOf(keys)) {
            COSObject object = document.getObjectFromPool(key);
            look(object.getObject(), 0);
        }
    }

    private static void look(COSBase value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new Refused("file_too_complex");
        }
        if (value instanceof COSDictionary dictionary) {
            judge(dictionary);
            // References are objects of their own and come by themselves.
            dictionary.getValues().forEach(inner -> look(inner, depth + 1));
        } else if (value instanceof COSArray array) {
            array.forEach(inner -> look(inner, depth + 1));
        }
    }

    private static void judge(COSDictionary dictionary) {
        boolean active = dictionary.keySet().stream().map(COSName::getName).anyMatch(ENTRIES::contains)
                || isOneOf(dictionary, COSName.S, ACTIONS)
                || isOneOf(dictionary, COSName.SUBTYPE, ANNOTATIONS)
                || isOneOf(dictionary, COSName.TYPE, ENTRIES);
        if (active) {
            throw new Refused("file_active_content");
        }
    }

    private static boolean isOneOf(COSDictionary dictionary, COSName key, Set<String> names) {
        return dictionary.getDictionaryObject(key) instanceof COSName name && names.contains(name.getName());
    }
}

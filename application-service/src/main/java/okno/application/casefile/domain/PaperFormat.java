package okno.application.casefile.domain;

import java.util.Arrays;
import java.util.Optional;

/** A kind of file, told by its content and never by its name. */
public enum PaperFormat {
    PDF("application/pdf", "%PDF-"),
    JPG("image/jpeg", "\u00FF\u00D8\u00FF"),
    PNG("image/png", "\u0089PNG\r\n\u001A\n"),
    XML("application/xml", "<?xml"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK\u0003\u0004"),
    ODT("application/vnd.oasis.opendocument.text", "PK\u0003\u0004");

    /** What the detector calls an ECMA-376 package before anybody has looked inside. */
    private static final String OFFICE_PACKAGE = "application/x-tika-ooxml";

    private final String contentType;
    private final String beginning;

    PaperFormat(String contentType, String beginning) {
        this.contentType = contentType;
        this.beginning = beginning;
    }

    public String contentType() {
        return contentType;
    }

    /** The format of a media type; empty when it is none of these. */
    public static Optional<PaperFormat> ofType(String mediaType) {
        if (mediaType.equals(OFFICE_PACKAGE)) {
            return Optional.of(DOCX);
        }
        return Arrays.stream(values())
                .filter(format -> format.contentType.equals(mediaType))
                .findFirst();
    }

    /** Whether a content begins as this format must, with its first byte. */
    public boolean begins(byte[] content) {
        for (int i = 0; i < beginning.length(); i++) {
            if (i >= content.length || (content[i] & 0xFF) != beginning.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}

package okno.application.casefile.domain;

import java.util.Arrays;
import java.util.Optional;

/** A kind of file, told by its first bytes and never by its name. */
public enum PaperFormat {
    PDF("application/pdf", "%PDF-"),
    JPG("image/jpeg", "\u00FF\u00D8\u00FF"),
    PNG("image/png", "\u0089PNG\r\n\u001A\n"),
    XML("application/xml", "<?xml");

    /** So many first bytes of a content tell its format. */
    public static final int BEGINNING = 8;

    private final String contentType;
    private final String beginning;

    PaperFormat(String contentType, String beginning) {
        this.contentType = contentType;
        this.beginning = beginning;
    }

    public String contentType() {
        return contentType;
    }

    /** What the content is; empty when none of these. */
    public static Optional<PaperFormat> of(byte[] content) {
        return Arrays.stream(values()).filter(format -> format.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        for (int i = 0; i < beginning.length(); i++) {
            if (i >= content.length || (content[i] & 0xFF) != beginning.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}

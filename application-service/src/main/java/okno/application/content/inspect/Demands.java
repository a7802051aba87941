package okno.application.content.inspect;

/**
 * What a file must be; 0 does not matter.
 *
 * @param format PDF, JPG, PNG, XML, DOCX or ODT, as its first bytes say
 * @param minDpi smallest resolution of a scan in dots per inch
 * @param minWidth smallest width of a picture in pixels
 * @param minHeight smallest height of a picture in pixels
 * @param maxPages most pages of a PDF
 * @param minSharpness smallest variance of the Laplacian of a picture's brightness (0 to 255)
 */
public record Demands(String format, int minDpi, int minWidth, int minHeight, int maxPages, int minSharpness) {

    /** Only what every file must be. */
    public static Demands of(String format) {
        return new Demands(format, 0, 0, 0, 0, 0);
    }
}

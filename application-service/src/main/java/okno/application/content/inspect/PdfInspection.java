package okno.application.content.inspect;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF (ISO 32000-1): readable by anyone, of bounded length, without anything that acts, and with scans fine enough. */
final class PdfInspection {

    private static final int MAX_PAGES = 1_000;

    private PdfInspection() {}

    /**
     * @throws Refused {@code pdf_encrypted}, {@code pdf_too_many_pages}, {@code file_active_content}, {@code
     *     image_resolution_low}, {@code file_mixed}, {@code file_damaged}
     */
    static void check(byte[] content, Demands demands) throws IOException {
        Polyglot.check(content, true);
        try (PDDocument document = Loader.loadPDF(new RandomAccessReadBuffer(content))) {
            if (document.isEncrypted()) {
                throw new Refused("pdf_encrypted");
            }
            pages(document, demands.maxPages() > 0 ? demands.maxPages() : MAX_PAGES);
            PdfActivity.check(document.getDocument());
            if (demands.minDpi() > 0) {
                resolution(document, demands.minDpi());
            }
        } catch (InvalidPasswordException e) {
            throw new Refused("pdf_encrypted");
        }
    }

    /** Counted, since the number that the file tells of itself may be wrong. */
    private static void pages(PDDocument document, int most) {
        int count = 0;
        if (document.getNumberOfPages() <= most) {
            for (PDPage page : document.getPages()) {
                count += page == null ? 0 : 1;
                if (count > most) {
                    break;
                }
            }
        } else {
            count = document.getNumberOfPages();
        }
        if (count > most) {
            throw new Refused("pdf_too_many_pages", most);
        }
        if (count == 0) {
            throw Refused.damaged();
        }
    }

    private static void resolution(PDDocument document, int minDpi) throws IOException {
        for (PDPage page : document.getPages()) {
            int dpi = new ScanResolution(page).measure();
            if (dpi > 0 && dpi < minDpi) {
                throw new Refused("image_resolution_low", minDpi);
            }
        }
    }
}

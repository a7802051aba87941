package okno.application.attachment.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import okno.application.attachment.ReadPaper;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.PaperFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file as an HTTP answer: a download, never shown inside our own pages; a PDF also to be opened and printed. */
public final class PaperContent {

    private PaperContent() {}

    public static ResponseEntity<byte[]> of(ReadPaper.Opened opened) {
        Paper paper = opened.paper();
        return of(paper.fileName(), paper.format(), paper.sha256(), opened.content());
    }

    /** Opens where it is fetched; only what has no scripts and shows nothing but itself. */
    public static ResponseEntity<byte[]> toPrint(ReadPaper.Opened opened) {
        Paper paper = opened.paper();
        return paper.format() == PaperFormat.PDF
                ? of(ContentDisposition.inline(), paper.fileName(), paper.format(), paper.sha256(), opened.content())
                : of(opened);
    }

    public static ResponseEntity<byte[]> of(String fileName, PaperFormat format, String sha256, byte[] content) {
        return of(ContentDisposition.attachment(), fileName, format, sha256, content);
    }

    private static ResponseEntity<byte[]> of(
            ContentDisposition.Builder disposition,
            String fileName,
            PaperFormat format,
            String sha256,
            byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.contentType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(fileName, UTF_8).build().toString())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .eTag("\"" + sha256 + "\"")
                .body(content);
    }
}

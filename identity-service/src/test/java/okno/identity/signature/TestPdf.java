package okno.identity.signature;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Random;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** PDFs of one page and a given weight. */
final class TestPdf {

    private TestPdf() {}

    static byte[] ofSize(int bytes) throws Exception {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            COSStream ballast = document.getDocument().createCOSStream();
            byte[] noise = new byte[bytes];
            new Random(bytes).nextBytes(noise);
            try (OutputStream out = ballast.createOutputStream()) {
                out.write(noise);
            }
            document.getPage(0).getCOSObject().setItem("Ballast", new PDStream(ballast));
            var out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }
}

package okno.identity.signature;

import java.io.IOException;
import java.util.HexFormat;
import okno.identity.signature.domain.Signature;
import okno.identity.signature.domain.SignatureRefused;
import okno.identity.verification.SignedDocument;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Whether a document handed in is the one to sign, and can be signed. */
final class DocumentCheck {

    private DocumentCheck() {}

    /** @throws SignatureRefused {@code signature_document_differs} */
    static void requireSame(Signature signature, SignedDocument document) {
        if (!HexFormat.of().formatHex(document.sha256()).equals(signature.documentSha256())) {
            throw SignatureRefused.documentDiffers();
        }
    }

    /**
     * Before a code is used up: a file that cannot be signed costs no try.
     *
     * @throws SignatureRefused {@code signature_document_unsuitable}
     */
    static void requireSuitable(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (document.isEncrypted() || document.getNumberOfPages() == 0) {
                throw SignatureRefused.documentUnsuitable();
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw SignatureRefused.documentUnsuitable();
        }
    }
}

package okno.identity.seal;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import okno.identity.pki.PlatformKeys;
import okno.identity.signature.AdvancedForms;
import okno.identity.signature.Signatory;
import okno.identity.signature.domain.SignatureRefused;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts the portal's seal on a document, with a timestamp: an advanced electronic signature of the portal (63-FZ art. 5 p. 3),
 * PAdES-B-T or XAdES-B-T. What is sealed is entered in the journal by its hash; nothing of it is kept.
 */
@Service
public class SealDocument {

    private static final String BASIS = "63-FZ art. 5";

    private final AdvancedForms forms;
    private final PlatformKeys keys;
    private final TransactionOperations transaction;
    private final Audit audit;

    SealDocument(AdvancedForms forms, PlatformKeys keys, TransactionOperations transaction, Audit audit) {
        this.forms = forms;
        this.keys = keys;
        this.transaction = transaction;
        this.audit = audit;
    }

    /**
     * The PDF with its seal, as another revision: what it was before is its beginning.
     *
     * @throws SignatureRefused {@code signature_document_unsuitable} when it is no PDF that can be sealed
     */
    public byte[] pdf(Caller caller, byte[] document) {
        return sealed(caller, document, bytes -> forms.insidePdf(bytes, true, portal()));
    }

    /**
     * The XML with its seal as the last child of its root.
     *
     * @throws SignatureRefused {@code signature_document_unsuitable} when it is no XML that can be sealed, or has a DTD
     */
    public byte[] xml(Caller caller, byte[] document) {
        return sealed(caller, document, bytes -> forms.insideXml(bytes, portal()));
    }

    private byte[] sealed(Caller caller, byte[] document, UnaryOperator<byte[]> form) {
        byte[] sealed;
        try {
            sealed = form.apply(document);
        } catch (DSSException | IllegalInputException unsuitable) {
            throw SignatureRefused.documentUnsuitable();
        }
        // A seal is told of before it leaves: one that is not in the journal leaves nobody's hands.
        transaction.executeWithoutResult(status ->
                audit.record(caller, AuditRecord.done("document.sealed", "document", sha256(sealed), null, BASIS)));
        return sealed;
    }

    private Signatory portal() {
        return new Signatory(keys.sealCertificate(), keys::sealed);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

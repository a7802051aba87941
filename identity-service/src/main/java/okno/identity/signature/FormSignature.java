package okno.identity.signature;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import java.security.PrivateKey;
import java.util.HexFormat;
import java.util.Objects;
import okno.identity.certificate.CertificateQueries;
import okno.identity.signature.domain.Signature;
import okno.identity.signature.domain.SignatureFormat;
import okno.identity.signature.domain.SignatureLevel;
import okno.identity.signature.domain.SignatureRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forms persons' advanced signatures. */
@Component
class FormSignature {

    private final CertificateQueries certificates;
    private final AdvancedForms forms;

    FormSignature(CertificateQueries certificates, AdvancedForms forms) {
        this.certificates = certificates;
        this.forms = forms;
    }

    /**
     * The file of the signature: CMS or XML apart from the document, or the signed PDF.
     *
     * @param document the PDF, for PAdES
     */
    byte[] form(Signature signature, PrivateKey key, byte @Nullable [] document) {
        Signatory signatory = Signatory.of(
                DSSUtils.loadCertificate(
                                certificates.signing(signature.personId()).der())
                        .getCertificate(),
                key);
        boolean stamped = signature.level() == SignatureLevel.T;
        SignatureFormat format = Objects.requireNonNull(signature.format());
        if (document == null && format == SignatureFormat.PADES) {
            throw SignatureRefused.documentUnsuitable();
        }
        try {
            return switch (format) {
                case CADES -> forms.cms(digest(signature), stamped, signatory);
                case XADES -> forms.xml(digest(signature), stamped, signatory);
                case PADES -> forms.insidePdf(Objects.requireNonNull(document), stamped, signatory);
            };
        } catch (DSSException | IllegalInputException unsuitable) {
            if (format == SignatureFormat.PADES) {
                throw SignatureRefused.documentUnsuitable();
            }
            throw unsuitable;
        }
    }

    private static DigestDocument digest(Signature signature) {
        return new DigestDocument(
                DigestAlgorithm.SHA256, HexFormat.of().parseHex(signature.documentSha256()), "document");
    }
}

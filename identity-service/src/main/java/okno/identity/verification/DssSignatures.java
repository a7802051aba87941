package okno.identity.verification;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.DigestMatcherType;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.ReferenceValidation;
import eu.europa.esig.dss.model.signature.SignatureCryptographicVerification;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.ByteRange;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.validation.analyzer.DefaultDocumentAnalyzer;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import eu.europa.esig.dss.xades.validation.XAdESSignature;
import eu.europa.esig.dss.xades.validation.XMLDocumentAnalyzer;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import okno.identity.verification.FoundSignature.Stamp;
import okno.identity.verification.domain.Check;
import okno.identity.verification.domain.CheckName;
import okno.identity.verification.domain.Reason;
import okno.identity.verification.domain.SignatureForm;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes PAdES (ETSI EN 319 142-1) and XAdES (ETSI EN 319 132-1), detached and enveloped, apart with EU DSS. DSS reads XML without DTDs
 * and fetches nothing: the verifier it is given has no sources.
 */
@Component
class DssSignatures {

    /** @throws Problem {@code signature_malformed} when it is no PDF that can be read */
    List<FoundSignature> inPdf(byte[] pdf) {
        try {
            List<AdvancedSignature> signatures = signatures(new PDFDocumentAnalyzer(new InMemoryDocument(pdf)));
            AdvancedSignature newest = signatures.isEmpty() ? null : signatures.getLast();
            return signatures.stream()
                    .map(signature -> found(
                            SignatureForm.PADES,
                            signature,
                            integrityInPdf((PAdESSignature) signature, signature == newest, pdf.length)))
                    .toList();
        } catch (DSSException | IllegalInputException | IllegalArgumentException | ClassCastException malformed) {
            throw malformed();
        }
    }

    /** @throws Problem {@code signature_malformed} when it is no XML that can be read, or has a DTD */
    List<FoundSignature> inXml(byte[] xml, SignedDocument document) {
        DSSDocument detached = document.bytes() == null
                ? new DigestDocument(DigestAlgorithm.SHA256, document.sha256())
                : new InMemoryDocument(document.bytes());
        try {
            var analyzer = new XMLDocumentAnalyzer(new InMemoryDocument(xml));
            analyzer.setDetachedContents(List.of(detached));
            return signatures(analyzer).stream()
                    .map(signature -> found(SignatureForm.XADES, signature, integrityInXml(signature, detached)))
                    .toList();
        } catch (DSSException | IllegalInputException | IllegalArgumentException | ClassCastException malformed) {
            throw malformed();
        }
    }

    /**
     * XML with its signature inside.
     *
     * @throws Problem {@code signature_malformed} when it is no XML that can be read, or has a DTD
     */
    List<FoundSignature> insideXml(byte[] xml) {
        try {
            return signatures(new XMLDocumentAnalyzer(new InMemoryDocument(xml))).stream()
                    .map(signature ->
                            found(SignatureForm.XADES, signature, integrityInside((XAdESSignature) signature)))
                    .toList();
        } catch (DSSException | IllegalInputException | IllegalArgumentException | ClassCastException malformed) {
            throw malformed();
        }
    }

    private static Check integrityInside(XAdESSignature signature) {
        Reason fault = cryptographicFault(signature);
        if (fault == null && !EnvelopedReferences.coverAll(signature.getSignatureElement())) {
            fault = Reason.DOCUMENT_NOT_COVERED;
        }
        return Check.of(CheckName.INTEGRITY, fault);
    }

    private static List<AdvancedSignature> signatures(DefaultDocumentAnalyzer analyzer) {
        var verifier = new CommonCertificateVerifier(true);
        verifier.setAIASource(null);
        analyzer.setCertificateVerifier(verifier);
        return analyzer.getSignatures();
    }

    private static FoundSignature found(SignatureForm form, AdvancedSignature signature, Check integrity) {
        CertificateToken signer = signature.getSigningCertificateToken();
        List<X509Certificate> bundled = signature.getCertificates().stream()
                .map(CertificateToken::getCertificate)
                .toList();
        List<Stamp> stamps = signature.getSignatureTimestamps().stream()
                .map(DssSignatures::stamp)
                .toList();
        return new FoundSignature(
                form,
                integrity,
                signer == null ? null : signer.getCertificate(),
                bundled,
                signature.getSigningTime() == null
                        ? null
                        : signature.getSigningTime().toInstant(),
                stamps);
    }

    private static Stamp stamp(TimestampToken token) {
        return new Stamp(token.getTimeStamp(), token.isMessageImprintDataFound() && token.isMessageImprintDataIntact());
    }

    private static Check integrityInPdf(PAdESSignature signature, boolean newest, int length) {
        Reason fault = cryptographicFault(signature);
        if (fault == null && !covers(signature, newest, length)) {
            fault = Reason.DOCUMENT_EXTENDED;
        }
        return Check.of(CheckName.INTEGRITY, fault);
    }

    /** The newest signature covers the file to its end; what came after an older one is nothing but signatures. */
    private static boolean covers(PAdESSignature signature, boolean newest, int length) {
        var revision = signature.getPdfRevision();
        ByteRange range = revision.getByteRange();
        if (!revision.areAllOriginalBytesCovered()) {
            return false;
        }
        if (newest) {
            return range.getSecondPartStart() + range.getSecondPartEnd() == length;
        }
        var later = revision.getModificationDetection();
        return later == null
                || (later.getObjectModifications().getUndefinedChanges().isEmpty()
                        && later.getObjectModifications()
                                .getAnnotCreationChanges()
                                .isEmpty());
    }

    private static Check integrityInXml(AdvancedSignature signature, DSSDocument document) {
        Reason fault = cryptographicFault(signature);
        if (fault == null && signature.getReferenceValidations().stream().noneMatch(one -> isOver(one, document))) {
            fault = Reason.DOCUMENT_NOT_COVERED;
        }
        return Check.of(CheckName.INTEGRITY, fault);
    }

    /** A signature may hold a content of its own and be valid over that: it must be over the document handed in. */
    private static boolean isOver(ReferenceValidation reference, DSSDocument document) {
        return reference.getType() == DigestMatcherType.REFERENCE
                && reference.isIntact()
                && reference.getDigest() != null
                && reference.getDigest().getAlgorithm() == DigestAlgorithm.SHA256
                && Arrays.equals(reference.getDigest().getValue(), document.getDigestValue(DigestAlgorithm.SHA256));
    }

    private static @Nullable Reason cryptographicFault(AdvancedSignature signature) {
        if (signature.getSigningCertificateToken() == null) {
            return Reason.SIGNER_CERTIFICATE_MISSING;
        }
        DigestAlgorithm digest = signature.getDigestAlgorithm();
        if (digest == null) {
            return Reason.ALGORITHM_UNSUPPORTED;
        }
        if (!KeyStrength.strong(digest.getOid())) {
            return Reason.ALGORITHM_WEAK;
        }
        signature.checkSignatureIntegrity();
        SignatureCryptographicVerification result = signature.getSignatureCryptographicVerification();
        if (!result.isReferenceDataFound()) {
            return Reason.DOCUMENT_NOT_COVERED;
        }
        if (!result.isReferenceDataIntact()) {
            return Reason.DOCUMENT_CHANGED;
        }
        return result.isSignatureIntact() ? null : Reason.SIGNATURE_WRONG;
    }

    private static Problem malformed() {
        return new Problem(ProblemKind.INVALID, "signature_malformed");
    }
}

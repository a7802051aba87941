package okno.identity.signature;

import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSMessageDigest;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.ExternalCMSService;
import eu.europa.esig.dss.pades.signature.PAdESWithExternalCMSService;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.reference.CanonicalizationTransform;
import eu.europa.esig.dss.xades.reference.DSSReference;
import eu.europa.esig.dss.xades.reference.EnvelopedSignatureTransform;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import okno.identity.pki.PlatformKeys;
import okno.identity.signature.domain.SignatureFormat;
import org.springframework.stereotype.Component;

/**
 * Forms CAdES, XAdES and PAdES with EU DSS, for persons and for the portal. All of it is made at first use: the libraries take
 * a second to wake. What DSS cannot sign it refuses by exceptions of its own.
 */
@Component
public class AdvancedForms {

    private final PlatformKeys keys;
    private final PlatformTimestamps timestamps;
    private final Clock clock;

    AdvancedForms(PlatformKeys keys, PlatformTimestamps timestamps, Clock clock) {
        this.keys = keys;
        this.timestamps = timestamps;
        this.clock = clock;
    }

    /** CMS apart from the document. */
    byte[] cms(DSSDocument source, boolean stamped, Signatory signatory) {
        var parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(Levels.of(SignatureFormat.CADES, stamped));
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        return bytes(signed(new CAdESService(verifier()), source, parameters, signatory));
    }

    /** XML apart from the document. */
    byte[] xml(DSSDocument source, boolean stamped, Signatory signatory) {
        var parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(Levels.of(SignatureFormat.XADES, stamped));
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        return bytes(signed(new XAdESService(verifier()), source, parameters, signatory));
    }

    /**
     * An XML document with its signature as the last child of its root, stamped. All of it but the signature is signed: DSS'
     * usual reference leaves out every signature there is, in which more could be hidden.
     */
    public byte[] insideXml(byte[] document, Signatory signatory) {
        DSSDocument source = new InMemoryDocument(document, "document.xml");
        var reference = new DSSReference();
        reference.setId("document");
        reference.setUri("");
        reference.setContents(source);
        reference.setDigestMethodAlgorithm(DigestAlgorithm.SHA256);
        reference.setTransforms(List.of(
                new EnvelopedSignatureTransform(), new CanonicalizationTransform(CanonicalizationMethod.EXCLUSIVE)));
        var parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(Levels.of(SignatureFormat.XADES, true));
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
        parameters.setReferences(List.of(reference));
        return bytes(signed(new XAdESService(verifier()), source, parameters, signatory));
    }

    /**
     * The CMS with its timestamp first, then both into the PDF at once. DSS' usual way writes the signature, reads and
     * compares the whole file again and adds the timestamp as another revision: the same level, twice the work.
     */
    public byte[] insidePdf(byte[] document, boolean stamped, Signatory signatory) {
        DSSDocument pdf = new InMemoryDocument(document, "document.pdf");
        Date now = Date.from(clock.instant());
        // Each service clears what it has remembered in its parameters, so each has its own.
        PAdESSignatureParameters outer = insidePdf(signatory, stamped, now);
        PAdESSignatureParameters inner = insidePdf(signatory, stamped, now);
        var placing = new PAdESWithExternalCMSService();
        placing.setCertificateVerifier(verifier());
        placing.setTspSource(timestamps);
        var forming = new ExternalCMSService(verifier());
        forming.setTspSource(timestamps);
        DSSMessageDigest digest = placing.getMessageDigest(pdf, outer);
        SignatureValue value = value(forming.getDataToSign(digest, inner), inner, signatory);
        return bytes(placing.signDocument(pdf, outer, forming.signMessageDigest(digest, inner, value)));
    }

    private <P extends AbstractSignatureParameters<?>> DSSDocument signed(
            DocumentSignatureService<P, ?> service, DSSDocument source, P parameters, Signatory signatory) {
        service.setTspSource(timestamps);
        prepare(parameters, signatory, Date.from(clock.instant()));
        ToBeSigned toBeSigned = service.getDataToSign(source, parameters);
        return service.signDocument(source, parameters, value(toBeSigned, parameters, signatory));
    }

    private PAdESSignatureParameters insidePdf(Signatory signatory, boolean stamped, Date now) {
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(Levels.of(SignatureFormat.PADES, stamped));
        prepare(parameters, signatory, now);
        return parameters;
    }

    private void prepare(AbstractSignatureParameters<?> parameters, Signatory signatory, Date now) {
        var own = new CertificateToken(signatory.certificate());
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setEncryptionAlgorithm(EncryptionAlgorithm.forKey(own.getPublicKey()));
        parameters.setSigningCertificate(own);
        parameters.setCertificateChain(own, new CertificateToken(keys.caCertificate()));
        parameters.bLevel().setSigningDate(now);
    }

    private static SignatureValue value(
            ToBeSigned toBeSigned, AbstractSignatureParameters<?> parameters, Signatory signatory) {
        return new SignatureValue(
                SignatureAlgorithm.getAlgorithm(parameters.getEncryptionAlgorithm(), DigestAlgorithm.SHA256),
                signatory.signer().apply(toBeSigned.getBytes()));
    }

    private static CommonCertificateVerifier verifier() {
        // Nothing is looked up elsewhere while signing.
        var verifier = new CommonCertificateVerifier(true);
        verifier.setAIASource(null);
        return verifier;
    }

    private static byte[] bytes(DSSDocument document) {
        var bytes = new ByteArrayOutputStream();
        try {
            document.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

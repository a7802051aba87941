package okno.identity.signature;

import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.DSSMessageDigest;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.ExternalCMSService;
import eu.europa.esig.dss.pades.signature.PAdESWithExternalCMSService;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.Objects;
import okno.identity.certificate.CertificateQueries;
import okno.identity.pki.PlatformKeys;
import okno.identity.signature.domain.Signature;
import okno.identity.signature.domain.SignatureFormat;
import okno.identity.signature.domain.SignatureLevel;
import okno.identity.signature.domain.SignatureRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forms advanced signatures with EU DSS. All of it is made at first use: the libraries take a second to wake. */
@Component
class FormSignature {

    private final CertificateQueries certificates;
    private final PlatformKeys keys;
    private final PlatformTimestamps timestamps;
    private final Clock clock;

    FormSignature(CertificateQueries certificates, PlatformKeys keys, PlatformTimestamps timestamps, Clock clock) {
        this.certificates = certificates;
        this.keys = keys;
        this.timestamps = timestamps;
        this.clock = clock;
    }

    /**
     * The file of the signature: CMS or XML apart from the document, or the signed PDF.
     *
     * @param document the PDF, for PAdES
     */
    byte[] form(Signature signature, PrivateKey key, byte @Nullable [] document) {
        DSSDocument source = document == null
                ? new DigestDocument(
                        DigestAlgorithm.SHA256, HexFormat.of().parseHex(signature.documentSha256()), "document")
                : new InMemoryDocument(document, "document.pdf");
        boolean stamped = signature.level() == SignatureLevel.T;
        SignatureFormat format = Objects.requireNonNull(signature.format());
        try {
            return bytes(
                    switch (format) {
                        case CADES -> {
                            var parameters = new CAdESSignatureParameters();
                            parameters.setSignatureLevel(Levels.of(format, stamped));
                            parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
                            yield signed(new CAdESService(verifier()), source, parameters, signature, key);
                        }
                        case XADES -> {
                            var parameters = new XAdESSignatureParameters();
                            parameters.setSignatureLevel(Levels.of(format, stamped));
                            parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
                            yield signed(new XAdESService(verifier()), source, parameters, signature, key);
                        }
                        case PADES -> insideOf(source, signature, key, stamped);
                    });
        } catch (DSSException | IllegalInputException unsuitable) {
            if (format == SignatureFormat.PADES) {
                throw SignatureRefused.documentUnsuitable();
            }
            throw unsuitable;
        }
    }

    private <P extends AbstractSignatureParameters<?>> DSSDocument signed(
            DocumentSignatureService<P, ?> service,
            DSSDocument source,
            P parameters,
            Signature signature,
            PrivateKey key) {
        service.setTspSource(timestamps);
        prepare(parameters, signature, Date.from(clock.instant()));
        ToBeSigned toBeSigned = service.getDataToSign(source, parameters);
        return service.signDocument(source, parameters, value(toBeSigned, key));
    }

    /**
     * The CMS with its timestamp first, then both into the PDF at once. DSS' usual way writes the signature, reads and
     * compares the whole file again and adds the timestamp as another revision: the same level, twice the work.
     */
    private DSSDocument insideOf(DSSDocument pdf, Signature signature, PrivateKey key, boolean stamped) {
        Date now = Date.from(clock.instant());
        // Each service clears what it has remembered in its parameters, so each has its own.
        PAdESSignatureParameters outer = insideOf(signature, stamped, now);
        PAdESSignatureParameters inner = insideOf(signature, stamped, now);
        var placing = new PAdESWithExternalCMSService();
        placing.setCertificateVerifier(verifier());
        placing.setTspSource(timestamps);
        var forming = new ExternalCMSService(verifier());
        forming.setTspSource(timestamps);
        DSSMessageDigest digest = placing.getMessageDigest(pdf, outer);
        SignatureValue value = value(forming.getDataToSign(digest, inner), key);
        return placing.signDocument(pdf, outer, forming.signMessageDigest(digest, inner, value));
    }

    private PAdESSignatureParameters insideOf(Signature signature, boolean stamped, Date now) {
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(Levels.of(SignatureFormat.PADES, stamped));
        prepare(parameters, signature, now);
        return parameters;
    }

    private void prepare(AbstractSignatureParameters<?> parameters, Signature signature, Date now) {
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setEncryptionAlgorithm(EncryptionAlgorithm.ECDSA);
        CertificateToken own = DSSUtils.loadCertificate(
                certificates.signing(signature.personId()).der());
        parameters.setSigningCertificate(own);
        parameters.setCertificateChain(own, new CertificateToken(keys.caCertificate()));
        parameters.bLevel().setSigningDate(now);
    }

    private static SignatureValue value(ToBeSigned toBeSigned, PrivateKey key) {
        try {
            java.security.Signature signer = java.security.Signature.getInstance("SHA256withECDSA");
            signer.initSign(key);
            signer.update(toBeSigned.getBytes());
            return new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a person's key cannot sign", e);
        }
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

package okno.identity.verification;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import okno.identity.verification.FoundSignature.Stamp;
import okno.identity.verification.domain.Check;
import okno.identity.verification.domain.CheckName;
import okno.identity.verification.domain.Reason;
import okno.identity.verification.domain.SignatureForm;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes CMS apart (RFC 5652; CAdES, ETSI EN 319 122-1): RSA, ECDSA, and ГОСТ Р 34.10-2012 (RFC 9215). */
@Component
class CmsSignatures {

    private static final int SIGNERS = 20;

    /** @throws Problem {@code signature_malformed} when it is no CMS with a signer */
    List<FoundSignature> in(byte[] cms, SignedDocument document) {
        CMSSignedData read;
        try {
            read = document.bytes() == null
                    ? new CMSSignedData(
                            Map.of(NISTObjectIdentifiers.id_sha256.getId(), document.sha256()),
                            ContentInfo.getInstance(cms))
                    : new CMSSignedData(new CMSProcessableByteArray(document.bytes()), cms);
        } catch (CMSException | RuntimeException malformed) {
            throw malformed();
        }
        try {
            Collection<SignerInformation> signers = read.getSignerInfos().getSigners();
            if (signers.isEmpty() || signers.size() > SIGNERS) {
                throw malformed();
            }
            List<X509Certificate> bundled = certificates(read);
            return signers.stream()
                    .map(signer -> found(signer, bundled, document.bytes() != null))
                    .toList();
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException malformed) {
            throw malformed();
        }
    }

    private static FoundSignature found(SignerInformation signer, List<X509Certificate> bundled, boolean whole) {
        X509Certificate certificate =
                bundled.stream().filter(one -> matches(signer, one)).findFirst().orElse(null);
        return new FoundSignature(
                SignatureForm.CADES,
                integrity(signer, certificate, whole),
                certificate,
                bundled,
                signingTime(signer.getSignedAttributes()),
                stamps(signer));
    }

    private static Check integrity(SignerInformation signer, @Nullable X509Certificate certificate, boolean whole) {
        if (certificate == null) {
            return Check.failed(CheckName.INTEGRITY, Reason.SIGNER_CERTIFICATE_MISSING);
        }
        if (KeyStrength.fault(certificate) == Reason.KEY_EXCESSIVE) {
            return Check.failed(CheckName.INTEGRITY, Reason.KEY_EXCESSIVE);
        }
        if (!KeyStrength.strong(signer.getDigestAlgOID())) {
            return Check.failed(CheckName.INTEGRITY, Reason.ALGORITHM_WEAK);
        }
        if (!whole && !signer.getDigestAlgOID().equals(NISTObjectIdentifiers.id_sha256.getId())) {
            return Check.unknown(CheckName.INTEGRITY, Reason.DOCUMENT_NEEDED);
        }
        try {
            var verifier = new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Gost.provider())
                    .build(certificate.getPublicKey());
            boolean fits = signer.verify(verifier) && namesCertificate(signer.getSignedAttributes(), certificate);
            return Check.of(CheckName.INTEGRITY, fits ? null : Reason.SIGNATURE_WRONG);
        } catch (CMSSignerDigestMismatchException changed) {
            return Check.failed(CheckName.INTEGRITY, Reason.DOCUMENT_CHANGED);
        } catch (CMSException | OperatorCreationException | GeneralSecurityException wrong) {
            return Check.failed(CheckName.INTEGRITY, Reason.SIGNATURE_WRONG);
        }
    }

    /** The signed reference to the certificate (RFC 5035), where there is one, forbids to put another in its place. */
    private static boolean namesCertificate(@Nullable AttributeTable signed, X509Certificate certificate)
            throws GeneralSecurityException {
        Attribute attribute = signed == null ? null : signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (attribute == null) {
            return true;
        }
        var named = SigningCertificateV2.getInstance(attribute.getAttrValues().getObjectAt(0))
                .getCerts()[0];
        MessageDigest digest = MessageDigest.getInstance(
                named.getHashAlgorithm().getAlgorithm().getId(), Gost.provider());
        return MessageDigest.isEqual(digest.digest(certificate.getEncoded()), named.getCertHash());
    }

    private static boolean matches(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.getSID().match(new X509CertificateHolder(certificate.getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    private static List<X509Certificate> certificates(CMSSignedData read) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder holder : read.getCertificates().getMatches(null)) {
            try {
                certificates.add(CertificateReader.read(holder.getEncoded()));
            } catch (IOException e) {
                throw malformed();
            }
        }
        return certificates;
    }

    private static @Nullable Instant signingTime(@Nullable AttributeTable signed) {
        Attribute attribute = signed == null ? null : signed.get(CMSAttributes.signingTime);
        return attribute == null
                ? null
                : Time.getInstance(attribute.getAttrValues().getObjectAt(0))
                        .getDate()
                        .toInstant();
    }

    private static List<Stamp> stamps(SignerInformation signer) {
        List<Stamp> stamps = new ArrayList<>();
        AttributeTable unsigned = signer.getUnsignedAttributes();
        if (unsigned != null) {
            var found = unsigned.getAll(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
            for (int i = 0; i < found.size(); i++) {
                stamps.add(stamp(Attribute.getInstance(found.get(i)), signer.getSignature()));
            }
        }
        return stamps;
    }

    private static Stamp stamp(Attribute attribute, byte[] signature) {
        try {
            var token = new TimeStampToken(
                    ContentInfo.getInstance(attribute.getAttrValues().getObjectAt(0)));
            var imprint = token.getTimeStampInfo();
            MessageDigest digest =
                    MessageDigest.getInstance(imprint.getMessageImprintAlgOID().getId(), Gost.provider());
            boolean strong =
                    KeyStrength.strong(imprint.getMessageImprintAlgOID().getId());
            boolean fits = MessageDigest.isEqual(digest.digest(signature), imprint.getMessageImprintDigest());
            return new Stamp(token, strong && fits);
        } catch (TSPException | IOException | GeneralSecurityException e) {
            throw malformed();
        }
    }

    private static Problem malformed() {
        return new Problem(ProblemKind.INVALID, "signature_malformed");
    }
}

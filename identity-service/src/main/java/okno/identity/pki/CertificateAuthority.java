package okno.identity.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.springframework.stereotype.Component;

/** Signs persons' certificates and revocation lists (RFC 5280). */
@Component
public class CertificateAuthority {

    /** Where the authority publishes; certificates point there. */
    public static final String PATH = "/api/v1/pki";

    /** The largest serial number that RFC 5280, 4.1.2.2 allows is 20 bytes; 16 random ones never meet. */
    private static final int SERIAL_BITS = 127;

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final PlatformKeys keys;
    private final PkiProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CertificateAuthority(PlatformKeys keys, PkiProperties properties, Clock clock) {
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
    }

    /** A certificate revoked by this authority; {@code reason} by RFC 5280, 5.3.1. */
    public record Revoked(BigInteger serial, Instant at, int reason) {}

    /** A certificate for signing documents: digital signature and non-repudiation, no authority over others. */
    public X509Certificate issue(X500Name subject, PublicKey key) {
        Instant now = clock.instant();
        PlatformKeys.Signer ca = keys.ca();
        var builder = new JcaX509v3CertificateBuilder(
                ca.certificate(),
                new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
                Date.from(now.minus(CLOCK_SKEW)),
                Date.from(now.plus(properties.certificateLife())),
                subject,
                key);
        try {
            var extensions = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(ca.certificate()));
            builder.addExtension(Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key));
            builder.addExtension(Extension.cRLDistributionPoints, false, distribution());
            builder.addExtension(
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(AccessDescription.id_ad_caIssuers, at("/ca.crt")));
            return new JcaX509CertificateConverter().getCertificate(builder.build(ca.contentSigner()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no certificate could be issued", e);
        }
    }

    /** A revocation list as of now, DER; its number is the second it was made in, so numbers never go back. */
    public byte[] revocationList(List<Revoked> revoked) {
        Instant now = clock.instant();
        PlatformKeys.Signer ca = keys.ca();
        try {
            var builder = new JcaX509v2CRLBuilder(ca.certificate(), Date.from(now));
            builder.setNextUpdate(Date.from(now.plus(properties.crlLife())));
            revoked.forEach(one -> builder.addCRLEntry(one.serial(), Date.from(one.at()), one.reason()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(ca.certificate()));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.getEpochSecond())));
            return builder.build(ca.contentSigner()).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no revocation list could be signed", e);
        }
    }

    /** Whether this authority signed the certificate, by its name. */
    public boolean issued(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(keys.caCertificate().getSubjectX500Principal());
    }

    private CRLDistPoint distribution() {
        var name = new DistributionPointName(new GeneralNames(at("/ca.crl")));
        return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(name, null, null)});
    }

    private GeneralName at(String file) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, properties.publicUrl() + PATH + file);
    }
}

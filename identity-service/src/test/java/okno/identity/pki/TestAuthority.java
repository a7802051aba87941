package okno.identity.pki;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A certificate authority made for a test, RSA, ECDSA or ГОСТ Р 34.10-2012. */
public final class TestAuthority {

    private static final Provider BC = new BouncyCastleProvider();

    public final Algorithm algorithm;
    public final X509Certificate certificate;
    public final PrivateKey key;

    private TestAuthority(Algorithm algorithm, X509Certificate certificate, PrivateKey key) {
        this.algorithm = algorithm;
        this.certificate = certificate;
        this.key = key;
    }

    public enum Algorithm {
        RSA("SHA256withRSA"),
        EC("SHA256withECDSA"),
        GOST("GOST3411-2012-256WITHECGOST3410-2012-256");

        final String signature;

        Algorithm(String signature) {
            this.signature = signature;
        }

        public KeyPair pair() throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(this == GOST ? "ECGOST3410-2012" : name(), BC);
            switch (this) {
                case RSA -> generator.initialize(2048);
                case EC -> generator.initialize(new ECGenParameterSpec("secp256r1"));
                case GOST -> generator.initialize(new ECGenParameterSpec("Tc26-Gost-3410-12-256-paramSetA"));
            }
            return generator.generateKeyPair();
        }
    }

    /** What a certificate is to be, when it is not to be a good one. */
    public record Wish(Instant from, Instant to, int usage, KeyPurposeId purpose, boolean authority) {

        public static Wish good() {
            Instant now = Instant.now();
            return new Wish(
                    now.minus(1, ChronoUnit.HOURS),
                    now.plus(30, ChronoUnit.DAYS),
                    KeyUsage.digitalSignature | KeyUsage.nonRepudiation,
                    null,
                    false);
        }

        public Wish during(Instant start, Instant end) {
            return new Wish(start, end, usage, purpose, authority);
        }

        public Wish ofAuthority() {
            return new Wish(from, to, KeyUsage.keyCertSign | KeyUsage.digitalSignature, purpose, true);
        }

        public Wish with(int keyUsage, KeyPurposeId extended) {
            return new Wish(from, to, keyUsage, extended, authority);
        }
    }

    /** A certificate with its key. */
    public record Holder(X509Certificate certificate, PrivateKey key, Algorithm algorithm) {}

    public static TestAuthority make(Algorithm algorithm, String name) throws Exception {
        KeyPair pair = algorithm.pair();
        X500Name subject = new X500Name("CN=" + name + ",C=RU");
        Wish wish = new Wish(
                Instant.now().minus(400, ChronoUnit.DAYS),
                Instant.now().plus(400, ChronoUnit.DAYS),
                KeyUsage.keyCertSign | KeyUsage.cRLSign,
                null,
                true);
        var certificate = signed(algorithm, subject, subject, pair, pair.getPrivate(), wish);
        return new TestAuthority(algorithm, certificate, pair.getPrivate());
    }

    public Holder issue(String subject, Wish wish) throws Exception {
        return issue(subject, wish, algorithm);
    }

    /** To a key of another kind than the authority's. */
    public Holder issue(String subject, Wish wish, Algorithm of) throws Exception {
        KeyPair pair = of.pair();
        var issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return new Holder(signed(algorithm, issuer, new X500Name(subject), pair, key, wish), pair.getPrivate(), of);
    }

    /** A certificate over any public key, strong or not; nobody here needs to have the private one. */
    public X509Certificate certify(String subject, PublicKey held, Wish wish) throws Exception {
        var issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return signed(algorithm, issuer, new X500Name(subject), new KeyPair(held, key), key, wish);
    }

    /** Signed by its own key. */
    public static Holder selfSigned(Algorithm algorithm, String subject) throws Exception {
        KeyPair pair = algorithm.pair();
        X500Name name = new X500Name(subject);
        return new Holder(
                signed(algorithm, name, name, pair, pair.getPrivate(), Wish.good()), pair.getPrivate(), algorithm);
    }

    public byte[] revocationList(List<X509Certificate> revoked) throws Exception {
        var builder = new JcaX509v2CRLBuilder(certificate, Date.from(Instant.now()));
        builder.setNextUpdate(Date.from(Instant.now().plus(1, ChronoUnit.DAYS)));
        for (X509Certificate one : revoked) {
            builder.addCRLEntry(one.getSerialNumber(), Date.from(Instant.now().minus(1, ChronoUnit.MINUTES)), 1);
        }
        return builder.build(signer(algorithm, key)).getEncoded();
    }

    /** A detached CMS over the content. */
    public static byte[] cms(Holder holder, byte[] content) throws Exception {
        return cms(holder, holder.certificate(), content);
    }

    /** The same with another certificate beside it. */
    public static byte[] cms(Holder holder, X509Certificate shown, byte[] content) throws Exception {
        var generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                        new JcaDigestCalculatorProviderBuilder().setProvider(BC).build())
                .build(signer(holder.algorithm(), holder.key()), shown));
        generator.addCertificates(new JcaCertStore(List.of(shown)));
        return generator.generate(new CMSProcessableByteArray(content), false).getEncoded();
    }

    static ContentSigner signer(Algorithm algorithm, PrivateKey key) throws Exception {
        return new JcaContentSignerBuilder(algorithm.signature).setProvider(BC).build(key);
    }

    static X509Certificate signed(
            Algorithm algorithm, X500Name issuer, X500Name subject, KeyPair pair, PrivateKey issuerKey, Wish wish)
            throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)),
                Date.from(wish.from()),
                Date.from(wish.to()),
                subject,
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(wish.authority()));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(wish.usage()));
        if (wish.purpose() != null) {
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(wish.purpose()));
        }
        return new JcaX509CertificateConverter()
                .setProvider(BC)
                .getCertificate(builder.build(signer(algorithm, issuerKey)));
    }
}

package okno.identity.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.springframework.stereotype.Component;

/**
 * Says that a hash existed at a time (RFC 3161). Of the document it sees nothing. SHA-2 and Streebog (ГОСТ Р 34.11-2012)
 * imprints are accepted; the tokens themselves are ECDSA or RSA with SHA-256.
 */
@Component
public class TimestampAuthority {

    /** Under the arc for UUIDs (X.667), which needs no registration. */
    private static final ASN1ObjectIdentifier POLICY =
            new ASN1ObjectIdentifier("2.25.329800735698586629295641978511506172918");

    private static final Set<ASN1ObjectIdentifier> ACCEPTED = Set.of(
            TSPAlgorithms.SHA256,
            TSPAlgorithms.SHA384,
            TSPAlgorithms.SHA512,
            RosstandartObjectIdentifiers.id_tc26_gost_3411_12_256,
            RosstandartObjectIdentifiers.id_tc26_gost_3411_12_512);

    private static final int SERIAL_BITS = 64;

    private final PlatformKeys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TimestampAuthority(PlatformKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Answers a {@code TimeStampReq} with a {@code TimeStampResp}, both DER; a request that is understood and refused is
     * an answer too, by its PKIStatus.
     *
     * @throws Problem {@code timestamp_request_malformed} when it is no request
     */
    public byte[] respond(byte[] request) {
        TimeStampRequest read;
        try {
            read = new TimeStampRequest(request);
        } catch (IOException | IllegalArgumentException | ClassCastException e) {
            throw new Problem(ProblemKind.MALFORMED, "timestamp_request_malformed");
        }
        try {
            return answer(read);
        } catch (TSPException | IOException e) {
            throw new IllegalStateException("no timestamp could be signed", e);
        }
    }

    /** A token over a digest, DER. */
    public byte[] stamp(ASN1ObjectIdentifier digestAlgorithm, byte[] digest) {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        try {
            var response = responses()
                    .generate(generator.generate(digestAlgorithm, digest), serial(), Date.from(clock.instant()));
            return response.getTimeStampToken().getEncoded();
        } catch (TSPException | IOException e) {
            throw new IllegalStateException("no timestamp could be signed", e);
        }
    }

    private byte[] answer(TimeStampRequest request) throws TSPException, IOException {
        try {
            return responses()
                    .generate(request, serial(), Date.from(clock.instant()))
                    .getEncoded();
        } catch (TSPException refused) {
            return responses().generateRejectedResponse(refused).getEncoded();
        }
    }

    private TimeStampResponseGenerator responses() throws TSPException {
        PlatformKeys.Signer tsa = keys.tsa();
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            SignerInfoGenerator signer =
                    new JcaSignerInfoGeneratorBuilder(digests).build(tsa.contentSigner(), tsa.certificate());
            DigestCalculator sha256 = digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
            var tokens = new TimeStampTokenGenerator(signer, sha256, POLICY);
            tokens.addCertificates(new JcaCertStore(List.of(tsa.certificate(), keys.caCertificate())));
            tokens.setAccuracySeconds(1);
            return new TimeStampResponseGenerator(tokens, ACCEPTED);
        } catch (OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalStateException("the key of the timestamp authority cannot sign", e);
        }
    }

    private BigInteger serial() {
        return new BigInteger(SERIAL_BITS, random);
    }
}

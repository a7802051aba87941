package okno.identity.signature;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import okno.identity.pki.TimestampAuthority;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.springframework.stereotype.Component;

/** Gives DSS the timestamps of our own authority without a call over the network. */
@Component
class PlatformTimestamps implements TSPSource {

    private static final long serialVersionUID = 1L;

    private final transient TimestampAuthority authority;

    PlatformTimestamps(TimestampAuthority authority) {
        this.authority = authority;
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        return new TimestampBinary(authority.stamp(new ASN1ObjectIdentifier(algorithm.getOid()), digest));
    }
}

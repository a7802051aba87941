package okno.identity.pki;

import java.math.BigInteger;
import java.time.Clock;
import java.util.Optional;
import okno.identity.pki.persistence.RevokedCertificates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which of the platform's certificates count no more: asked by serial number here, published for others as a list. */
@Service
public class RevocationList {

    private final CertificateAuthority authority;
    private final RevokedCertificates revoked;
    private final Clock clock;

    RevocationList(CertificateAuthority authority, RevokedCertificates revoked, Clock clock) {
        this.authority = authority;
        this.revoked = revoked;
        this.clock = clock;
    }

    /** Takes a certificate out of use for good, in the transaction of the caller, who audits it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(BigInteger serial, int reason) {
        revoked.insert(new CertificateAuthority.Revoked(serial, clock.instant(), reason));
    }

    public Optional<CertificateAuthority.Revoked> find(BigInteger serial) {
        return revoked.find(serial);
    }

    /** The list as of now, DER. */
    public byte[] published() {
        return authority.revocationList(revoked.all());
    }
}

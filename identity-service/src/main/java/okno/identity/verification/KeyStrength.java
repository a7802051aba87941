package okno.identity.verification;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import okno.identity.verification.domain.Reason;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/** Which keys and hashes are strong enough (NIST SP 800-57 part 1, 112 bits), and which are absurd. */
final class KeyStrength {

    private static final int RSA_LEAST = 2048;
    private static final int RSA_MOST = 8192;
    private static final int RSA_EXPONENT_MOST = 64;
    private static final int EC_LEAST = 256;

    private static final Set<String> HASHES = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId(),
            RosstandartObjectIdentifiers.id_tc26_gost_3411_12_256.getId(),
            RosstandartObjectIdentifiers.id_tc26_gost_3411_12_512.getId());

    private KeyStrength() {}

    static @Nullable Reason fault(X509Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        if (key instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            if (bits > RSA_MOST || rsa.getPublicExponent().bitLength() > RSA_EXPONENT_MOST) {
                return Reason.KEY_EXCESSIVE;
            }
            return bits < RSA_LEAST ? Reason.KEY_WEAK : null;
        }
        if (key instanceof ECKey ec) {
            return ec.getParams().getOrder().bitLength() < EC_LEAST - 2 ? Reason.KEY_WEAK : null;
        }
        return Reason.ALGORITHM_UNSUPPORTED;
    }

    static boolean strong(String hashOid) {
        return HASHES.contains(hashOid);
    }
}

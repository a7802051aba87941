package okno.auditverifier;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;

/**
 * What a head says and who signed it.
 *
 * @param root hexadecimal
 */
record SignedHead(long size, String root, Instant signedAt, String statement) {

    /** The statement is no JWS of the journal's keys over a head. */
    static final class Forged extends Exception {
        Forged(String message) {
            super(message);
        }
    }

    static SignedHead verified(String statement, JWKSet keys) throws Forged {
        try {
            JWSObject jws = JWSObject.parse(statement);
            JWK key = keys.getKeyByKeyId(jws.getHeader().getKeyID());
            if (key == null) {
                throw new Forged(
                        "signed with an unknown key, " + jws.getHeader().getKeyID());
            }
            if (!JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm())
                    || jws.getHeader().getType() == null
                    || !"okno-audit-head".equals(jws.getHeader().getType().getType())) {
                throw new Forged("not a signed tree head");
            }
            if (!jws.verify(new ECDSAVerifier(key.toECKey()))) {
                throw new Forged("the signature is wrong");
            }
            Map<String, Object> said = jws.getPayload().toJSONObject();
            if (!(said.get("size") instanceof Number size)) {
                throw new Forged("it says no size");
            }
            return new SignedHead(
                    size.longValue(),
                    String.valueOf(said.get("root")),
                    Instant.parse(String.valueOf(said.get("signedAt"))),
                    statement);
        } catch (ParseException | JOSEException | RuntimeException e) {
            throw new Forged("unreadable: " + e.getMessage());
        }
    }
}

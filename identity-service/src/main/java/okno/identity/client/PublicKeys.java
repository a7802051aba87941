package okno.identity.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.math.BigInteger;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okno.identity.client.domain.ClientKey;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;

/**
 * Reads a key set (RFC 7517) that a client hands in: public keys good for PS256 or ES256, as FAPI 2.0 (5.4) asks for. Only
 * what makes the key is kept. A key set is handed in and never fetched from an address: nothing here calls out.
 */
final class PublicKeys {

    private static final String KEYS = "/jwks/keys";
    private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
    private static final Set<String> ALGORITHMS = Set.of("PS256", "ES256");
    private static final Pattern KID = Pattern.compile("[A-Za-z0-9._~-]{1,100}");
    private static final int LONGEST_MEMBER = 2_000;
    private static final int MOST_MEMBERS = 20;
    private static final int RSA_LEAST = 2048;
    private static final int RSA_MOST = 8192;
    private static final BigInteger RSA_LEAST_EXPONENT = BigInteger.valueOf(65537);

    private final List<FieldFault> faults = new ArrayList<>();
    private final List<ClientKey> keys = new ArrayList<>();
    private final Set<String> kids = new HashSet<>();
    private final Set<String> thumbprints = new HashSet<>();
    private final Instant now;

    private PublicKeys(Instant now) {
        this.now = now;
    }

    /** @throws Problem "invalid_content" with every fault and its pointer */
    static List<ClientKey> read(List<Map<String, Object>> jwks, Instant now) {
        var reading = new PublicKeys(now);
        for (int i = 0; i < jwks.size(); i++) {
            reading.key(KEYS + "/" + i, jwks.get(i));
        }
        if (!reading.faults.isEmpty()) {
            throw Problem.invalid(reading.faults);
        }
        return List.copyOf(reading.keys);
    }

    private void key(String at, Map<String, Object> json) {
        Optional<String> secret =
                json.keySet().stream().filter(PRIVATE::contains).sorted().findFirst();
        if (secret.isPresent()) {
            fault(at + "/" + secret.get(), "key_private");
        } else if (json.size() > MOST_MEMBERS || longest(json) > LONGEST_MEMBER) {
            fault(at, "key_too_large");
        } else {
            parse(json).ifPresentOrElse(jwk -> key(at, jwk), () -> fault(at, "key_malformed"));
        }
    }

    private static int longest(Map<String, Object> json) {
        return json.values().stream()
                .mapToInt(value -> String.valueOf(value).length())
                .max()
                .orElse(0);
    }

    private static Optional<JWK> parse(Map<String, Object> json) {
        try {
            return Optional.of(JWK.parse(json));
        } catch (ParseException | IllegalArgumentException | IllegalStateException malformed) {
            return Optional.empty();
        }
    }

    private void key(String at, JWK jwk) {
        if (jwk.getKeyID() == null || !KID.matcher(jwk.getKeyID()).matches()) {
            fault(at + "/kid", "key_id_unsuitable");
        } else if (!kids.add(jwk.getKeyID())) {
            fault(at + "/kid", "key_id_twice");
        } else if (jwk.getAlgorithm() != null
                && !ALGORITHMS.contains(jwk.getAlgorithm().getName())) {
            fault(at + "/alg", "key_algorithm_unsupported");
        } else if (jwk.getKeyUse() != null && !KeyUse.SIGNATURE.equals(jwk.getKeyUse())) {
            fault(at + "/use", "key_use_unsuitable");
        } else {
            switch (jwk) {
                case RSAKey rsa -> rsa(at, rsa);
                case ECKey ec
                when Curve.P_256.equals(ec.getCurve()) ->
                    keep(
                            at,
                            new ECKey.Builder(ec.getCurve(), ec.getX(), ec.getY())
                                    .keyID(ec.getKeyID())
                                    .keyUse(KeyUse.SIGNATURE)
                                    .algorithm(JWSAlgorithm.ES256)
                                    .build());
                default -> fault(at + "/kty", "key_type_unsupported");
            }
        }
    }

    private void rsa(String at, RSAKey rsa) {
        BigInteger exponent = rsa.getPublicExponent().decodeToBigInteger();
        int bits = rsa.getModulus().decodeToBigInteger().bitLength();
        if (bits < RSA_LEAST) {
            fault(at + "/n", "key_weak", RSA_LEAST);
        } else if (bits > RSA_MOST) {
            fault(at + "/n", "key_excessive", RSA_MOST);
        } else if (exponent.compareTo(RSA_LEAST_EXPONENT) < 0 || !exponent.testBit(0) || exponent.bitLength() > 64) {
            fault(at + "/e", "key_exponent_unsuitable");
        } else {
            keep(
                    at,
                    new RSAKey.Builder(rsa.getModulus(), rsa.getPublicExponent())
                            .keyID(rsa.getKeyID())
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.PS256)
                            .build());
        }
    }

    private void keep(String at, JWK jwk) {
        try {
            String thumbprint = jwk.computeThumbprint().toString();
            if (thumbprints.add(thumbprint)) {
                keep(
                        at,
                        new ClientKey(
                                jwk.getKeyID(),
                                thumbprint,
                                jwk.getAlgorithm().getName(),
                                jwk.toJSONString(),
                                now,
                                null));
            } else {
                fault(at, "key_twice");
            }
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String at, ClientKey key) {
        if (keys.isEmpty() || keys.getFirst().algorithm().equals(key.algorithm())) {
            keys.add(key);
        } else {
            fault(at + "/kty", "key_type_mixed");
        }
    }

    private void fault(String at, String code, Object... args) {
        faults.add(FieldFault.at(at, code, args));
    }
}

package okno.identity.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okno.identity.client.domain.ClientKey;
import okno.platform.core.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PublicKeysTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final ECKey EC = ec("e1");
    private static final RSAKey RSA = rsa(2048, "r1");

    @Test
    void keeps_of_good_keys_what_makes_the_key_and_nothing_else() {
        ClientKey ec = PublicKeys.read(List.of(with(EC, "x5u", "http://localhost:1/")), NOW)
                .getFirst();
        ClientKey rsa = PublicKeys.read(List.of(with(RSA, "note", "ours")), NOW).getFirst();

        assertThat(ec.kid()).isEqualTo("e1");
        assertThat(ec.algorithm()).isEqualTo("ES256");
        assertThat(ec.jwk()).contains("\"alg\":\"ES256\"").doesNotContain("x5u");
        assertThat(rsa.algorithm()).isEqualTo("PS256");
        assertThat(rsa.jwk()).contains("\"alg\":\"PS256\"").doesNotContain("note");
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("/jwks/keys/0/d", "key_private", List.of(EC.toJSONObject())),
                Arguments.of("/jwks/keys/0/d", "key_private", List.of(RSA.toJSONObject())),
                Arguments.of("/jwks/keys/0/k", "key_private", List.of(Map.of("kty", "oct", "k", "AAAA", "kid", "s"))),
                Arguments.of("/jwks/keys/1/kid", "key_id_twice", List.of(json(EC), json(ec("e1")))),
                Arguments.of("/jwks/keys/1/kty", "key_type_mixed", List.of(json(EC), json(RSA))),
                Arguments.of("/jwks/keys/1", "key_twice", List.of(json(EC), with(EC, "kid", "e2"))),
                Arguments.of("/jwks/keys/0/n", "key_weak", List.of(json(rsa(1024, "r")))),
                Arguments.of("/jwks/keys/0", "key_too_large", List.of(with(RSA, "n", "A".repeat(4000)))),
                Arguments.of("/jwks/keys/0/n", "key_excessive", List.of(with(RSA, "n", "_".repeat(1500)))),
                Arguments.of("/jwks/keys/0/e", "key_exponent_unsuitable", List.of(with(RSA, "e", number(1)))),
                Arguments.of("/jwks/keys/0/e", "key_exponent_unsuitable", List.of(with(RSA, "e", number(65536)))),
                Arguments.of("/jwks/keys/0/kid", "key_id_unsuitable", List.of(with(EC, "kid", "../../dev/null"))),
                Arguments.of("/jwks/keys/0/kid", "key_id_unsuitable", List.of(without(EC, "kid"))),
                Arguments.of("/jwks/keys/0/alg", "key_algorithm_unsupported", List.of(with(RSA, "alg", "RS256"))),
                Arguments.of("/jwks/keys/0/use", "key_use_unsuitable", List.of(with(EC, "use", "enc"))),
                Arguments.of(
                        "/jwks/keys/0/kty",
                        "key_type_unsupported",
                        List.of(Map.of(
                                "kty",
                                "OKP",
                                "crv",
                                "X25519",
                                "kid",
                                "x",
                                "x",
                                "hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo"))),
                Arguments.of("/jwks/keys/0", "key_malformed", List.of(with(EC, "x", number(7)))),
                Arguments.of("/jwks/keys/0", "key_malformed", List.of(with(EC, "kty", 7))),
                Arguments.of("/jwks/keys/0", "key_malformed", List.of(Map.of("kty", "RSA", "kid", "r"))));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void a_bad_key_is_refused_with_its_place(String pointer, String code, List<Map<String, Object>> keys) {
        assertThatThrownBy(() -> PublicKeys.read(keys, NOW))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo(pointer);
                            assertThat(fault.code()).isEqualTo(code);
                        }));
    }

    private static Map<String, Object> json(JWK key) {
        return key.toPublicJWK().toJSONObject();
    }

    private static Map<String, Object> with(JWK key, String member, Object value) {
        Map<String, Object> changed = new HashMap<>(json(key));
        changed.put(member, value);
        return changed;
    }

    private static Map<String, Object> without(JWK key, String member) {
        Map<String, Object> changed = new HashMap<>(json(key));
        changed.remove(member);
        return changed;
    }

    private static String number(long value) {
        return Base64URL.encode(BigInteger.valueOf(value)).toString();
    }

    private static ECKey ec(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey rsa(int bits, String kid) {
        try {
            return new RSAKeyGenerator(bits, true).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}

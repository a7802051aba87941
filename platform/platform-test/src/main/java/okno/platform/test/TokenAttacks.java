package okno.platform.test;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The known attacks on access tokens and proofs of possession: RFC 8725 (JWT best practices), RFC 9700 (OAuth security)
 * and RFC 9449, section 11. Each is a token or a proof that a wrong resource server has accepted somewhere.
 */
final class TokenAttacks {

    private static final Duration PAST_ANY_SKEW = Duration.ofSeconds(61);

    private final String sub = UUID.randomUUID().toString();
    private final TestToken good = TestTokens.person(sub);
    private final RSAKey key = TestTokens.issuing().signingKey();
    private final RSAKey stranger = TestIssuer.newRsaKey();
    private final String kid = key.getKeyID();
    private final URI door;

    private TokenAttacks(URI door) {
        this.door = door;
    }

    /** Every attack on a GET of this public address. */
    static Stream<TokenAttack> on(URI door) {
        var attacks = new TokenAttacks(door);
        return Stream.of(
                        attacks.algorithms(),
                        attacks.keys(),
                        attacks.parsers(),
                        attacks.claims(),
                        attacks.places(),
                        attacks.bindings(),
                        attacks.proofs())
                .flatMap(List::stream);
    }

    private List<TokenAttack> algorithms() {
        return List.of(
                TokenAttack.bearer("alg none", RawJws.unsigned(header("none", ""), payload())),
                TokenAttack.bearer("alg None", RawJws.unsigned(header("None", ""), payload())),
                TokenAttack.bearer("alg nOnE", RawJws.unsigned(header("nOnE", ""), payload())),
                TokenAttack.bearer("alg none over a good signature", RawJws.rsa(header("none", ""), payload(), key)),
                TokenAttack.bearer("no alg", RawJws.rsa("{\"kid\":\"" + kid + "\"}", payload(), key)),
                TokenAttack.bearer("HS256 by the public key", good.hmacWithPublicKey()),
                TokenAttack.bearer(
                        "HS256 by the public key as PEM", RawJws.hmac(header("HS256", ""), payload(), publicPem())),
                TokenAttack.bearer("ES256 with a signature of zeros", good.zeroSignature()),
                TokenAttack.bearer("RS256 without a signature", RawJws.unsigned(header("RS256", ""), payload())),
                TokenAttack.bearer("signed by a stranger", RawJws.rsa(header("RS256", ""), payload(), stranger)));
    }

    private List<TokenAttack> keys() {
        String jwk = stranger.toPublicJWK().toJSONString();
        return List.of(
                TokenAttack.bearer("kid is a path", good.kid("../../dev/null").token()),
                TokenAttack.bearer("kid is SQL", good.kid("x' or '1'='1").token()),
                TokenAttack.bearer(
                        "kid is an address", good.kid("http://localhost:1/keys").token()),
                TokenAttack.tooLong(
                        "kid of 10 KiB", good.kid("k".repeat(10 * 1024)).token()),
                TokenAttack.bearer("no kid", RawJws.rsa("{\"alg\":\"RS256\"}", payload(), key)),
                TokenAttack.bearer("key in the header", good.withEmbeddedKey()),
                TokenAttack.bearer(
                        "key in the header and no kid",
                        RawJws.rsa("{\"alg\":\"RS256\",\"jwk\":" + jwk + "}", payload(), stranger)),
                TokenAttack.bearer(
                        "jku", RawJws.rsa(header("RS256", ",\"jku\":\"http://localhost:1/k\""), payload(), stranger)),
                TokenAttack.bearer(
                        "x5u", RawJws.rsa(header("RS256", ",\"x5u\":\"http://localhost:1/c\""), payload(), stranger)),
                TokenAttack.bearer("x5c", RawJws.rsa(header("RS256", ",\"x5c\":[\"MIIB\"]"), payload(), stranger)));
    }

    /** What two parsers may read differently: signed by the issuer, so that nothing else can be the reason. */
    private List<TokenAttack> parsers() {
        return List.of(
                TokenAttack.bearer(
                        "unknown crit",
                        RawJws.rsa(header("RS256", ",\"crit\":[\"okno\"],\"okno\":true"), payload(), key)),
                TokenAttack.bearer("alg twice", RawJws.rsa(header("RS256", ",\"alg\":\"none\""), payload(), key)),
                TokenAttack.bearer(
                        "sub twice",
                        RawJws.rsa(header("RS256", ""), payload().replaceFirst("\\{", "{\"sub\":\"admin\","), key)),
                TokenAttack.bearer("claims are a list", RawJws.rsa(header("RS256", ""), "[" + payload() + "]", key)),
                TokenAttack.bearer("five parts", good.token() + ".e30.e30"),
                TokenAttack.bearer("two parts", good.token().replaceFirst("\\.[^.]*$", "")));
    }

    private List<TokenAttack> claims() {
        long now = Instant.now().getEpochSecond();
        return List.of(
                TokenAttack.bearer(
                        "another issuer",
                        good.issuedBy("https://elsewhere.example").token()),
                TokenAttack.bearer("another audience", good.audience("account").token()),
                TokenAttack.bearer(
                        "ID token", good.typ("ID").audience("okno-web").token()),
                TokenAttack.bearer("ID token for our audience", good.typ("ID").token()),
                TokenAttack.bearer("refresh token", good.typ("Refresh").token()),
                TokenAttack.bearer("logout token", good.typ("Logout").token()),
                TokenAttack.bearer(
                        "logout token by its header",
                        good.headerType("logout+jwt").token()),
                TokenAttack.bearer("acting token", good.acting(UUID.randomUUID(), "7701000017", "1027701000017")),
                TokenAttack.bearer(
                        "another azp than the client",
                        good.claim("client_id", "other").token()),
                TokenAttack.bearer(
                        "no azp", RawJws.rsa(header("RS256", ""), payload().replace("\"azp\"", "\"was\""), key)),
                TokenAttack.bearer(
                        "no sub", RawJws.rsa(header("RS256", ""), payload().replace("\"sub\"", "\"was\""), key)),
                TokenAttack.bearer(
                        "no exp", RawJws.rsa(header("RS256", ""), payload().replace("\"exp\"", "\"was\""), key)),
                TokenAttack.bearer(
                        "expired", good.expiresIn(PAST_ANY_SKEW.negated()).token()),
                TokenAttack.bearer(
                        "not valid yet", good.notBefore(PAST_ANY_SKEW).token()),
                TokenAttack.bearer(
                        "issued in the future",
                        good.claim("iat", now + PAST_ANY_SKEW.toSeconds()).token()));
    }

    private List<TokenAttack> places() {
        return List.of(
                TokenAttack.tooLong(
                        "header of 16 KiB",
                        good.claim("padding", "x".repeat(16 * 1024)).token()),
                new TokenAttack("token in the address", TokenAttack.NOBODY, "?access_token=" + good.token(), List.of()),
                new TokenAttack(
                        "token in a cookie", TokenAttack.NOBODY, "", List.of("Cookie", "access_token=" + good.token())),
                new TokenAttack(
                        "name and password",
                        TokenAttack.NOBODY,
                        "",
                        List.of("Authorization", "Basic YWRtaW46YWRtaW4=")));
    }

    private List<TokenAttack> bindings() {
        TestDpopKey owner = TestTokens.dpopKey();
        String bound = good.dpopBound(owner).token();
        String unbound = good.token();
        return List.of(
                TokenAttack.bearer("bound token as a plain one", bound),
                TokenAttack.bearer(
                        "token bound to a certificate that is not shown",
                        good.claim("cnf", Map.of("x5t#S256", "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2"))
                                .token()),
                new TokenAttack(
                        "bound token without a proof",
                        TokenAttack.BAD_PROOF,
                        "",
                        List.of("Authorization", "DPoP " + bound)),
                TokenAttack.bound("stolen token", bound, TestTokens.dpopKey().proof("GET", door.toString(), bound)),
                TokenAttack.bound("plain token with a proof", unbound, owner.proof("GET", door.toString(), unbound)));
    }

    private List<TokenAttack> proofs() {
        TestDpopKey owner = TestTokens.dpopKey();
        String token = good.dpopBound(owner).token();
        String other = good.dpopBound(owner).token();
        String address = door.toString();
        Instant now = Instant.now();
        String proof = owner.proof("GET", address, token);
        return List.of(
                TokenAttack.bound("proof for another method", token, owner.proof("POST", address, token)),
                TokenAttack.bound("proof for another path", token, owner.proof("GET", address + "/x", token)),
                TokenAttack.bound(
                        "proof for another host",
                        token,
                        owner.proof("GET", "https://elsewhere.example" + door.getPath(), token)),
                TokenAttack.bound("proof for another token", token, owner.proof("GET", address, other)),
                TokenAttack.bound("old proof", token, owner.proof("GET", address, token, now.minusSeconds(120))),
                TokenAttack.bound(
                        "proof of the future", token, owner.proof("GET", address, token, now.plusSeconds(120))),
                TokenAttack.bound("proof that nobody signed", token, proof.replaceFirst("\\.[^.]*$", ".")),
                TokenAttack.bound("access token as a proof", token, token),
                TokenAttack.bound(
                        "proof of another type",
                        token,
                        RawJws.rsa(
                                "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"jwk\":"
                                        + stranger.toPublicJWK().toJSONString() + "}",
                                "{\"htm\":\"GET\",\"htu\":\"" + address + "\",\"jti\":\"1\",\"iat\":"
                                        + now.getEpochSecond() + "}",
                                stranger)),
                new TokenAttack(
                        "two proofs",
                        TokenAttack.BAD_PROOF,
                        "",
                        List.of(
                                "Authorization",
                                "DPoP " + token,
                                "DPoP",
                                proof,
                                "DPoP",
                                owner.proof("GET", address, token))));
    }

    private String header(String algorithm, String more) {
        return "{\"alg\":\"%s\",\"typ\":\"JWT\",\"kid\":\"%s\"%s}".formatted(algorithm, kid, more);
    }

    private String payload() {
        return good.payload();
    }

    private byte[] publicPem() {
        try {
            return ("-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                    .encodeToString(key.toRSAPublicKey().getEncoded())
                            + "\n-----END PUBLIC KEY-----\n")
                    .getBytes(US_ASCII);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}

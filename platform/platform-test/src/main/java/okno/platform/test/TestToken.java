package okno.platform.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A token in the making: immutable, so one caller can be kept in a constant and varied in each test. */
public final class TestToken {

    private static final String AUDIENCE = "okno-api";

    private final TestIssuer issuer;
    private final Map<String, Object> claims;
    private final Map<String, Object> header;

    private TestToken(TestIssuer issuer, Map<String, Object> claims, Map<String, Object> header) {
        this.issuer = issuer;
        this.claims = claims;
        this.header = header;
    }

    static TestToken of(TestIssuer issuer, String subject) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer.issuer());
        claims.put("aud", List.of(AUDIENCE, "account"));
        claims.put("sub", subject);
        claims.put("typ", "Bearer");
        claims.put("azp", "okno-web");
        return new TestToken(issuer, claims, Map.of("typ", "JWT"));
    }

    public TestToken roles(String... roles) {
        return claim("realm_access", Map.of("roles", List.of(roles)));
    }

    /** How well the person is known: simplified, standard, confirmed. */
    public TestToken ial(String ial) {
        return claim("ial", ial);
    }

    /** How the person logged in: pwd, 2fa, qes. */
    public TestToken acr(String acr) {
        return claim("acr", acr);
    }

    /** The log-in page was answered this long ago; just now, if nothing is said. */
    public TestToken loggedIn(Duration ago) {
        return claim("auth_time", Instant.now().minus(ago).getEpochSecond());
    }

    /** The log-in session. */
    public TestToken sid(String sid) {
        return claim("sid", sid);
    }

    public TestToken agency(String agency) {
        return claim("agency", agency);
    }

    public TestToken region(String region) {
        return claim("region", region);
    }

    public TestToken issuedBy(String otherIssuer) {
        return claim("iss", otherIssuer);
    }

    public TestToken audience(String... audience) {
        return claim("aud", List.of(audience));
    }

    /** The {@code typ} claim: Bearer, DPoP, ID, Logout, Refresh. */
    public TestToken typ(String typ) {
        return claim("typ", typ);
    }

    public TestToken expiresIn(Duration life) {
        return claim("exp", Date.from(Instant.now().plus(life)));
    }

    /** Issued before its end, as a real one is: the other way round it would be refused for that. */
    public TestToken expired() {
        return claim("iat", Date.from(Instant.now().minus(Duration.ofMinutes(7))))
                .expiresIn(Duration.ofMinutes(-2));
    }

    public TestToken notBefore(Duration fromNow) {
        return claim("nbf", Date.from(Instant.now().plus(fromNow)));
    }

    public TestToken headerType(String typ) {
        return header("typ", typ);
    }

    public TestToken kid(String kid) {
        return header("kid", kid);
    }

    /** Bound to the holder of this key (RFC 9449): must come as {@code DPoP} with a proof. */
    public TestToken dpopBound(TestDpopKey key) {
        return claim("cnf", Map.of("jkt", key.thumbprint())).typ("DPoP");
    }

    /** Bound to this certificate (RFC 8705). */
    public TestToken certificateBound(byte[] der) {
        try {
            return claim(
                    "cnf",
                    Map.of(
                            "x5t#S256",
                            Base64URL.encode(
                                            MessageDigest.getInstance("SHA-256").digest(der))
                                    .toString()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public TestToken claim(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.put(name, value);
        return new TestToken(issuer, changed, header);
    }

    TestToken asMachine(String clientId, String role) {
        return claim("azp", clientId).claim("client_id", clientId).roles(role);
    }

    private TestToken header(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(header);
        changed.put(name, value);
        return new TestToken(issuer, claims, changed);
    }

    /** The value of the {@code Authorization} header. */
    public String bearer() {
        return "Bearer " + token();
    }

    /** The compact token, RS256. */
    public String token() {
        RSAKey key = issuer.signingKey();
        return signed(JWSAlgorithm.RS256, key.getKeyID(), rsaSigner(key));
    }

    /** Signed by a stranger's key under the issuer's kid, the stranger's key embedded in the header. */
    public String withEmbeddedKey() {
        RSAKey stranger = TestIssuer.newRsaKey();
        return header("jwk", stranger.toPublicJWK().toJSONObject())
                .signed(JWSAlgorithm.RS256, issuer.signingKey().getKeyID(), rsaSigner(stranger));
    }

    /** {@code alg: none}, no signature. */
    public String unsigned() {
        Base64URL head = Base64URL.encode("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        return head + "." + Base64URL.encode(claimsSet().toString()) + ".";
    }

    /** HS256 with the issuer's public key as the secret: the classic confusion of algorithms. */
    public String hmacWithPublicKey() {
        try {
            RSAKey key = issuer.signingKey();
            byte[] secret = key.toRSAPublicKey().getEncoded();
            return signed(JWSAlgorithm.HS256, key.getKeyID(), new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** ES256 with a signature of zeros (CVE-2022-21449). */
    public String zeroSignature() {
        String[] parts = signed(JWSAlgorithm.ES256, issuer.signingKey().getKeyID(), ecSigner(TestIssuer.newEcKey()))
                .split("\\.");
        return parts[0] + "." + parts[1] + "." + Base64URL.encode(new byte[64]);
    }

    /**
     * The acting token of this caller for a company: the value of the {@code Okno-Acting} header.
     *
     * @param orgId the organisation
     * @param inn its INN
     * @param ogrn its ОГРН
     * @param permissions what the caller may do for it
     */
    public String acting(UUID orgId, String inn, String ogrn, String... permissions) {
        return actingWith(
                Map.of("org_id", orgId.toString(), "inn", inn, "ogrn", ogrn, "permissions", List.of(permissions)));
    }

    /**
     * The acting token of this caller for another person: the value of the {@code Okno-Acting} header.
     *
     * @param services codes of the services that the power of attorney is given for
     * @param permissions what the caller may do for the principal
     */
    public String actingFor(String principal, UUID powerOfAttorneyId, List<String> services, String... permissions) {
        return actingWith(Map.of(
                "principal",
                principal,
                "poa_id",
                powerOfAttorneyId.toString(),
                "services",
                services,
                "permissions",
                List.of(permissions)));
    }

    /** An acting token that says this of whom the caller acts for, well or badly. */
    public String actingWith(Map<String, Object> whom) {
        Map<String, Object> acting = new LinkedHashMap<>(whom);
        acting.put("iss", TestTokens.ACTING_ISSUER);
        acting.put("aud", AUDIENCE);
        acting.put("jti", UUID.randomUUID().toString());
        for (String copied : List.of("sub", "sid", "cnf", "iat", "exp")) {
            if (claims.containsKey(copied)) {
                acting.put(copied, claims.get(copied));
            }
        }
        ECKey key = issuer.actingKey();
        return new TestToken(issuer, acting, Map.of("typ", "okno-act+jwt"))
                .signed(JWSAlgorithm.ES256, key.getKeyID(), ecSigner(key));
    }

    /** The claims as JSON, signed by nobody yet. */
    String payload() {
        return claimsSet().toString();
    }

    private String signed(JWSAlgorithm algorithm, String kid, JWSSigner signer) {
        var built = new JWSHeader.Builder(algorithm)
                .keyID((String) header.getOrDefault("kid", kid))
                .type(new JOSEObjectType((String) header.get("typ")));
        try {
            if (header.get("jwk") instanceof Map<?, ?> jwk) {
                built.jwk(RSAKey.parse(asJson(jwk)));
            }
            SignedJWT jwt = new SignedJWT(built.build(), claimsSet());
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException | java.text.ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet claimsSet() {
        Instant now = Instant.now();
        var built = new JWTClaimsSet.Builder()
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .jwtID(UUID.randomUUID().toString());
        if (claims.containsKey("acr")) {
            built.claim("auth_time", now.getEpochSecond());
        }
        claims.forEach(built::claim);
        return built.build();
    }

    private static RSASSASigner rsaSigner(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECDSASigner ecSigner(ECKey key) {
        try {
            return new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asJson(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}

package okno.identity.assurance;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import okno.identity.person.domain.Person;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A bank and a provider of video identification with a key of one run. */
public final class TestVerifier {

    static final ECKey KEY = key();

    private TestVerifier() {}

    public static void register(DynamicPropertyRegistry registry, WireMockServer server) {
        Path keys = published();
        for (String verifier : new String[] {"bank", "video"}) {
            String prefix = "okno.identity.assurance." + verifier;
            registry.add(prefix + ".url", server::baseUrl);
            registry.add(prefix + ".key", () -> "key-at-" + verifier);
            registry.add(prefix + ".keys-file", keys::toString);
        }
    }

    /** What a genuine callback says of somebody who was seen. */
    static JWTClaimsSet.Builder testimony(String verifier, String attempt, Person seen) {
        return new JWTClaimsSet.Builder()
                .issuer(verifier)
                .audience(Testimonies.AUDIENCE)
                .subject(attempt)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("seen", true)
                .claim("snils", seen.snils().value())
                .claim("family_name", seen.name().last())
                .claim("given_name", seen.name().first())
                .claim("middle_name", seen.name().middle())
                .claim("birthdate", seen.birthDate().toString());
    }

    static String signed(JWTClaimsSet claims) {
        return signed(claims, KEY, Testimonies.TYPE);
    }

    static String signed(JWTClaimsSet claims, ECKey key, JOSEObjectType type) {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).build(), claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path published() {
        try {
            Path file = Files.createTempFile("okno-verifier", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, KEY.toPublicJWK().toJSONString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package okno.local.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import okno.local.machine.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * A bank and a provider of video identification. Whoever plays the client types who they are on the page, since the
 * sandbox knows no clients; what is told of it is signed as a real provider would sign it.
 */
final class Verifiers {

    private record OpenSession(String reference, String callbackUrl, String returnUrl) {}

    private record Session(String verifier, OpenSession asked) {}

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Callbacks callbacks;
    private final Secrets secrets;
    private final String authorization;
    private final int port;

    Verifiers(SandboxSettings settings, Callbacks callbacks) {
        this.callbacks = callbacks;
        this.secrets = new Secrets(settings.secrets());
        this.authorization = "Bearer " + settings.verifierKey();
        this.port = settings.port();
    }

    void addTo(Answers answers) {
        answers.on("open-verification", this::open)
                .on("verification-page", this::page)
                .on("verify", this::verify);
    }

    private Reply open(Call call) {
        if (!call.header("Authorization").orElse("").equals(authorization)) {
            return Reply.fault(401, "wrong key");
        }
        String id = UUID.randomUUID().toString();
        sessions.put(id, new Session(call.pathValue("verifier"), call.json(OpenSession.class)));
        return Reply.json(201, Map.of("page", "http://localhost:%d/verifier/pages/%s".formatted(port, id)));
    }

    private Reply page(Call call) {
        String id = call.pathValue("id");
        return sessions.containsKey(id) ? Reply.html(Pages.verification(id)) : Reply.fault(404, "no such session");
    }

    private Reply verify(Call call) {
        Session session = sessions.remove(call.pathValue("id"));
        if (session == null) {
            return Reply.fault(404, "no such session");
        }
        boolean seen = call.form("outcome").orElse("").equals("seen");
        callbacks.sendJwt(URI.create(session.asked().callbackUrl()), signed(session, seen, call));
        return Reply.seeOther(session.asked().returnUrl());
    }

    private String signed(Session session, boolean seen, Call call) {
        ECKey key = secrets.signingKey("verifier-" + session.verifier());
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(session.verifier())
                .audience("okno")
                .subject(session.asked().reference())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3600)))
                .claim("seen", seen)
                .claim("snils", typed(call, "snils"))
                .claim("family_name", typed(call, "family_name"))
                .claim("given_name", typed(call, "given_name"))
                .claim("middle_name", typed(call, "middle_name"))
                .claim("birthdate", typed(call, "birthdate"))
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("okno-testimony+jwt"))
                .keyID(key.getKeyID())
                .build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private static @Nullable String typed(Call call, String field) {
        return call.form(field).filter(text -> !text.isBlank()).orElse(null);
    }
}

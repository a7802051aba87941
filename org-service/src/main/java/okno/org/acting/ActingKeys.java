package okno.org.acting;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.PrivateKey;
import java.text.ParseException;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The keys that acting tokens are signed with. Missing or unfit keys stop the start, not the first request. */
@Component
@EnableConfigurationProperties(ActingProperties.class)
public class ActingKeys {

    private final JWKSet keys;
    private final String signingKeyId;
    private final PrivateKey signingKey;

    ActingKeys(ActingProperties settings) {
        try {
            String json = Files.readString(settings.keyFile());
            keys = json.contains("\"keys\"") ? JWKSet.parse(json) : new JWKSet(JWK.parse(json));
            ECKey first = keys.getKeys().getFirst().toECKey();
            signingKeyId = first.getKeyID() == null ? first.computeThumbprint().toString() : first.getKeyID();
            signingKey = first.toECPrivateKey();
        } catch (IOException e) {
            throw new UncheckedIOException("okno.org.acting.key-file cannot be read", e);
        } catch (ParseException | JOSEException | ClassCastException e) {
            throw new IllegalStateException("okno.org.acting.key-file holds no private EC key", e);
        }
    }

    String signingKeyId() {
        return signingKeyId;
    }

    PrivateKey signingKey() {
        return signingKey;
    }

    /** The public halves as a JWK set (RFC 7517). */
    public Map<String, Object> published() {
        return keys.toPublicJWKSet().toJSONObject();
    }
}

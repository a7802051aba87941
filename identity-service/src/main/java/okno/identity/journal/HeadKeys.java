package okno.identity.journal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The keys that tree heads are signed with. Missing or unfit keys stop the start, not the first head. */
@Component
@EnableConfigurationProperties(JournalProperties.class)
public class HeadKeys {

    /** The JWS header {@code typ}: such a signature can never pass for a token. */
    private static final JOSEObjectType TYPE = new JOSEObjectType("okno-audit-head");

    private final JWKSet keys;
    private final ECKey signingKey;
    private final JWSSigner signer;

    HeadKeys(JournalProperties settings) {
        try {
            String json = Files.readString(settings.headKeyFile());
            JWKSet read = json.contains("\"keys\"") ? JWKSet.parse(json) : new JWKSet(JWK.parse(json));
            List<JWK> named = new ArrayList<>();
            for (JWK key : read.getKeys()) {
                named.add(named(key.toECKey()));
            }
            keys = new JWKSet(named);
            signingKey = named.getFirst().toECKey();
            signer = new ECDSASigner(signingKey);
        } catch (IOException e) {
            throw new UncheckedIOException("okno.identity.journal.head-key-file cannot be read", e);
        } catch (ParseException | JOSEException | ClassCastException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "okno.identity.journal.head-key-file does not begin with a private EC key", e);
        }
    }

    /** The public halves as a JWK set (RFC 7517). */
    public Map<String, Object> published() {
        return keys.toPublicJWKSet().toJSONObject();
    }

    TreeHead sign(long size, byte[] root, Instant now) {
        String hex = HexFormat.of().formatHex(root);
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("size", size);
        statement.put("root", hex);
        statement.put("signedAt", now.toString());
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(signingKey.getKeyID())
                .build();
        var jws = new JWSObject(header, new Payload(statement));
        try {
            jws.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("a tree head could not be signed", e);
        }
        return new TreeHead(size, hex, now, signingKey.getKeyID(), jws.serialize());
    }

    private static ECKey named(ECKey key) throws JOSEException {
        return key.getKeyID() != null
                ? key
                : new ECKey.Builder(key).keyIDFromThumbprint().build();
    }
}

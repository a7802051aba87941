package okno.org.acting;

import io.jsonwebtoken.Jwts;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.security.JwtJson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes and signs acting tokens (RFC 7519, ES256), bound to the very person who asked and to the key of their token. */
@Component
class ActingTokens {

    private static final String TYPE = "okno-act+jwt";

    private final ActingKeys keys;
    private final ActingProperties settings;

    ActingTokens(ActingKeys keys, ActingProperties settings) {
        this.keys = keys;
        this.settings = settings;
    }

    /**
     * Whose token it is.
     *
     * @param keyThumbprint the key that the caller's access token is bound to, or null
     */
    record Whose(Caller caller, @Nullable String keyThumbprint) {}

    /** @param whom the claims that say whom the caller acts for, and how far */
    String write(Whose whose, Instant now, Instant expires, Map<String, ?> whom) {
        var token = Jwts.builder()
                .json(JwtJson.writer())
                .header()
                .type(TYPE)
                .keyId(keys.signingKeyId())
                .and()
                .issuer(settings.issuer())
                .audience()
                .add(settings.audience())
                .and()
                .subject(whose.caller().id())
                .id(Ids.next().toString())
                .issuedAt(Date.from(now))
                .expiration(Date.from(expires))
                .claims(whom);
        if (whose.caller().sessionId() != null) {
            token.claim("sid", whose.caller().sessionId());
        }
        if (whose.keyThumbprint() != null) {
            token.claim("cnf", Map.of("jkt", whose.keyThumbprint()));
        }
        return token.signWith(keys.signingKey(), Jwts.SIG.ES256).compact();
    }
}

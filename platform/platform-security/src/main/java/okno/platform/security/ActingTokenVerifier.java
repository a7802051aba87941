package okno.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.LocatorAdapter;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import okno.platform.core.Caller.Acting;
import okno.platform.core.Caller.Principal;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the token by which a person acts for a company, or under a power of attorney for another person, offline, with
 * the keys that org-service publishes. It must belong to the very caller who shows it, and to the caller's key when their
 * access token is bound to one.
 */
final class ActingTokenVerifier {

    static final String TYPE = "okno-act+jwt";

    private final JwtParser parser;
    private final TokenCache<ActingToken> cache;
    private final EndedSessions withdrawn;
    private final Clock clock;

    ActingTokenVerifier(RemoteKeys keys, SecurityProperties settings, EndedSessions withdrawn, Clock clock) {
        this.parser = Jwts.parser()
                .json(JwtJson.reader())
                .sig()
                .clear()
                .add(Jwts.SIG.ES256)
                .and()
                .keyLocator(new PublishedKey(keys))
                .requireIssuer(settings.actingIssuer())
                .requireAudience(settings.audience())
                .clock(() -> Date.from(clock.instant()))
                .clockSkewSeconds(settings.clockSkew().toSeconds())
                .build();
        this.cache = new TokenCache<>(keys, settings, ActingToken::expiresAt, clock);
        this.withdrawn = withdrawn;
        this.clock = clock;
    }

    /** For a company or for a principal: exactly one of the two. */
    private record ActingToken(
            String subject,
            @Nullable String keyThumbprint,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable Acting company,
            @Nullable Principal principal) {}

    /**
     * The caller, acting for whom the token says.
     *
     * @throws Problem {@code acting_token_invalid} when the token does not prove it
     */
    CallerAuthentication verify(String token, CallerAuthentication caller) {
        if (token.length() > 8 * 1024) {
            throw invalid();
        }
        ActingToken acting = cache.get(token, this::verifyNew);
        boolean holds = acting.subject().equals(caller.caller().id())
                && Objects.equals(acting.keyThumbprint(), caller.keyThumbprint())
                && clock.instant().isBefore(acting.expiresAt())
                && !isWithdrawn(acting);
        if (!holds) {
            throw invalid();
        }
        return caller.actingFor(acting.company(), acting.principal());
    }

    private boolean isWithdrawn(ActingToken acting) {
        Acting company = acting.company();
        Principal principal = acting.principal();
        return company != null
                        && withdrawn.withdrawnSince(
                                acting.issuedAt(), company.orgId().toString(), acting.subject())
                || principal != null
                        && withdrawn.powerEnded(principal.powerOfAttorneyId().toString());
    }

    private ActingToken verifyNew(String token) {
        try {
            return read(parser.parseSignedClaims(token));
        } catch (KeysUnreachable e) {
            throw new Problem(ProblemKind.UNAVAILABLE, "dependency_unavailable");
        } catch (JwtException | IllegalArgumentException | NullPointerException e) {
            throw invalid();
        }
    }

    private static ActingToken read(Jws<Claims> token) {
        if (!TYPE.equals(token.getHeader().getType())) {
            throw invalid();
        }
        Claims claims = token.getPayload();
        boolean forPerson = claims.containsKey("principal");
        if (forPerson == claims.containsKey("org_id")) {
            throw invalid();
        }
        return new ActingToken(
                Objects.requireNonNull(claims.getSubject()),
                claims.get("cnf") instanceof Map<?, ?> cnf && cnf.get("jkt") instanceof String jkt ? jkt : null,
                claims.getIssuedAt().toInstant(),
                claims.getExpiration().toInstant(),
                forPerson ? null : company(claims),
                forPerson ? principal(claims) : null);
    }

    private static Acting company(Claims claims) {
        return new Acting(
                UUID.fromString(claims.get("org_id", String.class)),
                Objects.requireNonNull(claims.get("inn", String.class)),
                Objects.requireNonNull(claims.get("ogrn", String.class)),
                words(claims, "permissions"),
                claims.get("poa_id", String.class));
    }

    private static Principal principal(Claims claims) {
        return new Principal(
                Objects.requireNonNull(claims.get("principal", String.class)),
                UUID.fromString(claims.get("poa_id", String.class)),
                words(claims, "permissions"),
                words(claims, "services"));
    }

    private static Set<String> words(Claims claims, String claim) {
        return claims.get(claim) instanceof Collection<?> words
                ? words.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static Problem invalid() {
        return new Problem(ProblemKind.FORBIDDEN, "acting_token_invalid");
    }

    /** Finds the key by its id, in the published set only. */
    private static final class PublishedKey extends LocatorAdapter<Key> {

        private final RemoteKeys keys;

        private PublishedKey(RemoteKeys keys) {
            this.keys = keys;
        }

        @Override
        protected @Nullable Key locate(JwsHeader header) {
            try {
                JWK key = header.getKeyId() == null ? null : keys.byId(header.getKeyId());
                return key instanceof ECKey ec ? ec.toECPublicKey() : null;
            } catch (JOSEException e) {
                throw new KeysUnreachable(e);
            }
        }
    }

    private static final class KeysUnreachable extends JwtException {

        private static final long serialVersionUID = 1;

        private KeysUnreachable(Throwable cause) {
            super("keys", cause);
        }
    }
}

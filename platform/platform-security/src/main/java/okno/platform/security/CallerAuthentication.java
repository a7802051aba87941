package okno.platform.security;

import java.util.List;
import java.util.Map;
import okno.platform.core.Caller;
import okno.platform.core.Caller.Acting;
import okno.platform.core.Caller.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

/** A verified token and the {@link Caller} it speaks for. Shared between the requests of one token, so nothing in it changes. */
final class CallerAuthentication extends AbstractOAuth2TokenAuthenticationToken<Jwt> {

    private static final long serialVersionUID = 1;

    private final transient Caller caller;

    CallerAuthentication(Jwt token, Caller caller) {
        super(token, caller, token, authorities(caller));
        this.caller = caller;
        super.setAuthenticated(true);
    }

    Caller caller() {
        return caller;
    }

    /** The key that the token is bound to (RFC 9449), or null. */
    @Nullable
    String keyThumbprint() {
        return getToken().getClaim("cnf") instanceof Map<?, ?> cnf && cnf.get("jkt") instanceof String jkt ? jkt : null;
    }

    CallerAuthentication actingFor(@Nullable Acting company, @Nullable Principal principal) {
        return new CallerAuthentication(
                getToken(),
                new Caller(
                        caller.id(),
                        caller.kind(),
                        caller.authorities(),
                        caller.ial(),
                        caller.acr(),
                        caller.authenticatedAt(),
                        caller.sessionId(),
                        caller.agency(),
                        caller.region(),
                        company,
                        principal));
    }

    @Override
    public Map<String, Object> getTokenAttributes() {
        return getToken().getClaims();
    }

    @Override
    public String getName() {
        return caller.id();
    }

    @Override
    public void setDetails(@Nullable Object details) {
        // Details belong to one request; this object is shared.
    }

    @Override
    public void eraseCredentials() {
        // The same: other requests still need them.
    }

    private static List<? extends GrantedAuthority> authorities(Caller caller) {
        return caller.authorities().stream().map(SimpleGrantedAuthority::new).toList();
    }
}

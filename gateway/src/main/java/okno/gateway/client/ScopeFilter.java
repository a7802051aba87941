package okno.gateway.client;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okno.gateway.GatewayProperties;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Keeps a registered client to the parts of the API that its token was given: 403 with {@code insufficient_scope} (RFC
 * 6750, 3.1) for the others. Tokens of other clients are not limited by scopes.
 */
@Component
@Order(ScopeFilter.AFTER_SECURITY)
class ScopeFilter extends OncePerRequestFilter {

    /** Before the limits: a call that goes nowhere is not counted. */
    static final int AFTER_SECURITY = -95;

    private final List<Guarded> guarded;
    private final ProblemWriter problems;

    ScopeFilter(GatewayProperties gateway, ProblemWriter problems) {
        this.guarded = gateway.scopes().entrySet().stream()
                .flatMap(scope -> guarded(gateway.routes(), scope.getKey(), scope.getValue()))
                .toList();
        this.problems = problems;
    }

    private record Guarded(PathPattern path, String scope) {}

    private static Stream<Guarded> guarded(Map<String, List<String>> routes, String service, String scope) {
        return routes.getOrDefault(service, List.of()).stream()
                .map(path -> new Guarded(PathPatternParser.defaultInstance.parse(path), scope));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String needed = RegisteredClient.ofCurrentRequest() == null ? null : scopeOf(request.getRequestURI());
        if (needed == null
                || Arrays.asList(RegisteredClient.scopes().split(" ")).contains(needed)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("WWW-Authenticate", "DPoP error=\"insufficient_scope\", scope=\"" + needed + "\"");
            problems.write(request, response, new Problem(ProblemKind.FORBIDDEN, "scope_missing", needed));
        }
    }

    private @Nullable String scopeOf(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return guarded.stream()
                .filter(part -> part.path().matches(parsed))
                .map(Guarded::scope)
                .findFirst()
                .orElse(null);
    }
}

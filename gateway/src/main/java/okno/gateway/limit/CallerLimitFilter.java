package okno.gateway.limit;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import okno.gateway.GatewayProperties;
import okno.gateway.client.ClientPlan;
import okno.gateway.client.ClientPlans;
import okno.gateway.client.RegisteredClient;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits each client system by its plan or by the usual quota, each person, and each address of those who did not
 * log in, and tells them what is left.
 */
@Component
@Order(CallerLimitFilter.AFTER_SECURITY)
class CallerLimitFilter extends OncePerRequestFilter {

    static final int AFTER_SECURITY = -90;

    private final RateLimits clients;
    private final RateLimits persons;
    private final RateLimits anonymous;
    private final PlanLimits planned = new PlanLimits();
    private final ClientPlans plans;
    private final TooManyRequests refusal;

    CallerLimitFilter(GatewayProperties gateway, ClientPlans plans, TooManyRequests refusal) {
        this.clients = new RateLimits("client", gateway.limits().client());
        this.persons = new RateLimits("person", gateway.limits().person());
        this.anonymous = new RateLimits("anonymous", gateway.limits().anonymous());
        this.plans = plans;
        this.refusal = refusal;
    }

    /** The documentation page loads a dozen files at once; it is limited by address alone. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/docs");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = caller();
        ClientPlan plan = plan();
        if (plan != null) {
            PlanLimits.Taken taken = planned.take(plan);
            if (!taken.allowed()) {
                refusal.write(request, response, taken.policy(), taken.state(), taken.retryAfter());
                return;
            }
            response.setHeader("RateLimit-Policy", taken.policy());
            response.setHeader("RateLimit", taken.state());
            if (caller == null || caller.kind() != Caller.Kind.PERSON) {
                chain.doFilter(request, response);
                return;
            }
        }
        RateLimits limits = caller == null ? anonymous : caller.kind() == Caller.Kind.PERSON ? persons : clients;
        ConsumptionProbe probe = limits.take(caller == null ? request.getRemoteAddr() : caller.id());
        if (probe.isConsumed()) {
            // Lists (RFC 9651): a person's limit stands behind that of the client who acts for them.
            response.addHeader("RateLimit-Policy", limits.policy());
            response.addHeader("RateLimit", limits.state(probe));
            chain.doFilter(request, response);
        } else {
            refusal.write(request, response, limits, probe);
        }
    }

    private @Nullable ClientPlan plan() {
        String client = RegisteredClient.ofCurrentRequest();
        return client == null ? null : plans.of(client);
    }

    private static @Nullable Caller caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller ? caller : null;
    }
}

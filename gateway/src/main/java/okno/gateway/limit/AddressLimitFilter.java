package okno.gateway.limit;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import okno.gateway.GatewayProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits an address before any token is verified: a flood of bad tokens costs a counter, not a signature check each. */
@Component
@Order(AddressLimitFilter.BEFORE_SECURITY)
class AddressLimitFilter extends OncePerRequestFilter {

    /** Spring Security's chain stands at -100. */
    static final int BEFORE_SECURITY = -110;

    private final RateLimits limits;
    private final TooManyRequests refusal;

    AddressLimitFilter(GatewayProperties gateway, TooManyRequests refusal) {
        this.limits = new RateLimits("address", gateway.limits().address());
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe probe = limits.take(request.getRemoteAddr());
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            refusal.write(request, response, limits, probe);
        }
    }
}

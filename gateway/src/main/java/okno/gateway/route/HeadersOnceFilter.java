package okno.gateway.route;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a service's header replace the gateway's default instead of standing beside it. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class HeadersOnceFilter extends OncePerRequestFilter {

    private static final Set<String> ONCE = Set.of(
            "cache-control",
            "content-security-policy",
            "date",
            "referrer-policy",
            "traceparent",
            "x-content-type-options",
            "x-frame-options");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void addHeader(String name, String value) {
                if (ONCE.contains(name.toLowerCase(Locale.ROOT))) {
                    setHeader(name, value);
                } else {
                    super.addHeader(name, value);
                }
            }
        });
    }
}

package okno.gateway.route;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One line for each call: method, service, status, time. Paths and queries are left out, because they may hold numbers of
 * persons; the trace id leads to the service's own lines.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 9)
class AccessLog extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger("okno.access");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            Object service = request.getAttribute(MvcUtils.GATEWAY_ROUTE_ID_ATTR);
            LOG.info(
                    "{} {} {} {} ms",
                    request.getMethod(),
                    service == null ? "-" : service,
                    response.getStatus(),
                    (System.nanoTime() - start) / 1_000_000);
        }
    }
}

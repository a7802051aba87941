package okno.gateway.route;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.ProblemWriter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses, before a byte of them is read, bodies that no service would accept; the services count what comes chunked. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class LargestBodyFilter extends OncePerRequestFilter {

    /** The largest upload of any service, and the other parts of its request. */
    private static final long LARGEST_BODY = 27L << 20;

    private final ProblemWriter problems;

    LargestBodyFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LARGEST_BODY) {
            problems.write(request, response, new Problem(ProblemKind.TOO_LARGE, "too_large"));
        } else {
            chain.doFilter(request, response);
        }
    }
}

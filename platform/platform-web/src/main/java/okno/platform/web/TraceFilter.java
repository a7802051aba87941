package okno.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import okno.platform.core.Trace;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request its trace: continued from {@code traceparent}, in the log lines, in the answer. */
final class TraceFilter extends OncePerRequestFilter {

    private static final String TRACE = TraceFilter.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Trace trace = traceOf(request);
        trace.enter();
        MDC.put("traceId", trace.traceId());
        try {
            if (!response.isCommitted()) {
                response.setHeader("traceparent", trace.traceparent());
            }
            chain.doFilter(request, response);
        } finally {
            MDC.remove("traceId");
            Trace.leave();
        }
    }

    /** Streams and error pages go on in another thread or dispatch, under the same trace. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static Trace traceOf(HttpServletRequest request) {
        if (request.getAttribute(TRACE) instanceof Trace known) {
            return known;
        }
        Trace trace = Trace.continueOrBegin(request.getHeader("traceparent"));
        request.setAttribute(TRACE, trace);
        return trace;
    }
}

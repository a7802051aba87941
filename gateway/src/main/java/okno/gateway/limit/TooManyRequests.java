package okno.gateway.limit;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.ProblemWriter;
import org.springframework.stereotype.Component;

/** Answers 429 (RFC 6585) with the fields that say when to come back. */
@Component
class TooManyRequests {

    private final ProblemWriter problems;

    TooManyRequests(ProblemWriter problems) {
        this.problems = problems;
    }

    void write(HttpServletRequest request, HttpServletResponse response, RateLimits limits, ConsumptionProbe probe)
            throws IOException {
        write(request, response, limits.policy(), limits.state(probe), RateLimits.retryAfter(probe));
    }

    void write(HttpServletRequest request, HttpServletResponse response, String policy, String state, long retryAfter)
            throws IOException {
        response.setHeader("RateLimit-Policy", policy);
        response.setHeader("RateLimit", state);
        response.setHeader("Retry-After", Long.toString(retryAfter));
        problems.write(request, response, new Problem(ProblemKind.TOO_MANY, "too_many_requests"));
    }
}

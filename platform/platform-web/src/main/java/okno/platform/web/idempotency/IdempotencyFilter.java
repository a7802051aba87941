package okno.platform.web.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.BodyTooLarge;
import okno.platform.web.ProblemWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Carries out each unsafe call that bears an {@code Idempotency-Key} once and answers its repetitions from the store.
 * Runs behind Spring Security, because a key belongs to its caller.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern KEY_FORMAT = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final Set<String> UNSAFE = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final List<String> KEPT = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);
    /** Refusals that a retry may overcome without a new key: not authorised, too often. */
    private static final Set<Integer> NOT_KEPT = Set.of(401, 403, 429);

    private static final long BODY_LIMIT = 30L << 20;
    private static final int KEPT_BODY_LIMIT = 1 << 20;

    private final IdempotencyStore store;
    private final IdempotentCommits commits;
    private final ProblemWriter problems;

    IdempotencyFilter(IdempotencyStore store, IdempotentCommits commits, ProblemWriter problems) {
        this.store = store;
        this.commits = commits;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !UNSAFE.contains(request.getMethod()) || request.getHeader(KEY) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY);
        if (!KEY_FORMAT.matcher(key).matches()) {
            problems.write(request, response, new Problem(ProblemKind.MALFORMED, "idempotency_key_format"));
            return;
        }
        CallKey call = CallKey.of(callerOf(request), request.getMethod(), pathOf(request), key);
        try {
            if (BodyDigests.isParsedByContainer(request)) {
                once(call, BodyDigests.of(request), request, response, chain);
            } else {
                try (ReplayableBody body = ReplayableBody.read(request, BODY_LIMIT)) {
                    once(call, body.digest(), body, response, chain);
                }
            }
        } catch (BodyTooLarge e) {
            problems.write(request, response, new Problem(ProblemKind.TOO_LARGE, "too_large"));
        } catch (Problem problem) {
            problems.write(request, response, problem);
        } catch (DataAccessException e) {
            LOG.warn("Idempotency store cannot serve: {}", e.toString());
            problems.write(request, response, new Problem(ProblemKind.UNAVAILABLE, "unavailable"));
        }
    }

    private void once(
            CallKey call, byte[] digest, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (store.claim(call, call.fingerprint(digest))) {
            case Claim.Granted granted -> carryOut(granted.attempt(), request, response, chain);
            case Claim.Done done -> replay(done.answer(), response);
            case Claim.Reused ignored -> throw new Problem(ProblemKind.INVALID, "idempotency_key_reused");
            case Claim.InFlight ignored -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                throw new Problem(ProblemKind.CONFLICT, "idempotency_key_in_flight");
            }
            case Claim.DoneWithoutAnswer ignored -> throw new Problem(ProblemKind.CONFLICT, "request_already_done");
        }
    }

    private void carryOut(
            Claim.Attempt attempt, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        commits.begin(attempt);
        try {
            chain.doFilter(request, kept);
            answered = true;
        } finally {
            commits.end();
            settle(attempt, kept, answered);
        }
        kept.copyBodyToResponse();
    }

    /** Keeps the answer before it is sent; should that fail, the row still says whether the call took effect. */
    private void settle(Claim.Attempt attempt, ContentCachingResponseWrapper response, boolean answered) {
        try {
            int status = response.getStatus();
            boolean keep = answered && status < 500 && !NOT_KEPT.contains(status);
            if (keep && response.getContentSize() <= KEPT_BODY_LIMIT) {
                store.answer(attempt, new StoredAnswer(status, headersOf(response), response.getContentAsByteArray()));
            } else {
                store.release(attempt);
            }
        } catch (DataAccessException e) {
            LOG.warn("Answer could not be kept for repetitions: {}", e.toString());
        }
    }

    private static void replay(StoredAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private static Map<String, String> headersOf(HttpServletResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT) {
            String value = name.equals(HttpHeaders.CONTENT_TYPE) ? response.getContentType() : response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    /** The same person acting for themselves, for a company and for a principal are as many callers. */
    private static String callerOf(HttpServletRequest request) {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known == null || known instanceof AnonymousAuthenticationToken) {
            return "address " + request.getRemoteAddr();
        }
        return known.getPrincipal() instanceof Caller caller
                ? "%s %s for %s"
                        .formatted(
                                caller.kind(),
                                caller.id(),
                                caller.principal() == null
                                        ? caller.orgId()
                                        : caller.principal().powerOfAttorneyId())
                : "name " + known.getName();
    }

    private static String pathOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}

package okno.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Answers refused callers: a problem document, and the challenge of RFC 6750 and RFC 9449 that tells a client library
 * what to do. Why exactly a token was refused is for our log, not for whoever tries tokens out.
 */
final class Refusals implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final String DPOP_ALGORITHMS = "algs=\"ES256 PS256 RS256\"";

    private final ProblemWriter problems;
    private final RefusedTokens refused;

    Refusals(ProblemWriter problems, RefusedTokens refused) {
        this.problems = problems;
        this.refused = refused;
    }

    /** No token at all, or a bad one. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        switch (why) {
            case AuthenticationServiceException unknown -> {
                LOG.error("Tokens cannot be verified", unknown);
                problems.write(request, response, new Problem(ProblemKind.UNAVAILABLE, "dependency_unavailable"));
            }
            case OAuth2AuthenticationException bad
            when aboutProof(request, bad) -> {
                LOG.info("DPoP proof refused: {}", reason(bad));
                refused.count(RefusalReason.PROOF, bad instanceof TokenRefused known ? known.whose() : null);
                challenge(response, "DPoP error=\"invalid_dpop_proof\", " + DPOP_ALGORITHMS);
                refuse(request, response, "invalid_dpop_proof");
            }
            case OAuth2AuthenticationException bad -> {
                LOG.info("Token refused: {}", bad.getMessage());
                if (bad instanceof TokenRefused known) {
                    refused.count(known.reason(), known.whose());
                } else {
                    refused.count(RefusalReason.MALFORMED, null);
                }
                challenge(response, "Bearer error=\"invalid_token\"");
                challenge(response, "DPoP error=\"invalid_token\", " + DPOP_ALGORITHMS);
                refuse(request, response, "invalid_token");
            }
            default -> unauthenticated(request, response);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        commence(request, response, why);
    }

    /** Known, but not allowed; or nobody, where even somebody might not be. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            unauthenticated(request, response);
        } else {
            problems.write(request, response, new Problem(ProblemKind.FORBIDDEN, "forbidden"));
        }
    }

    private void unauthenticated(HttpServletRequest request, HttpServletResponse response) throws IOException {
        challenge(response, "Bearer");
        challenge(response, "DPoP " + DPOP_ALGORITHMS);
        refuse(request, response, "unauthenticated");
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String code) throws IOException {
        problems.write(request, response, new Problem(ProblemKind.INSUFFICIENT_AUTHENTICATION, code));
    }

    private static void challenge(HttpServletResponse response, String challenge) {
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }

    /** Ours says one word and keeps Spring's sentence as its cause. */
    private static @Nullable String reason(OAuth2AuthenticationException why) {
        return why.getCause() instanceof OAuth2AuthenticationException cause ? cause.getMessage() : why.getMessage();
    }

    private static boolean aboutProof(HttpServletRequest request, OAuth2AuthenticationException why) {
        if (why instanceof TokenRefused known && known.reason() == RefusalReason.PROOF) {
            return true;
        }
        String code = why.getError().getErrorCode();
        return OAuth2ErrorCodes.INVALID_DPOP_PROOF.equals(code)
                || OAuth2ErrorCodes.INVALID_REQUEST.equals(code) && DpopProofs.carriedBy(request);
    }
}

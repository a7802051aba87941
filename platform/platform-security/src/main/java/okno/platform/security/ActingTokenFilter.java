package okno.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import okno.platform.core.Caller.Kind;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.ProblemWriter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a person act for a company, or for another person, when the request carries a valid acting token of theirs. */
final class ActingTokenFilter extends OncePerRequestFilter {

    static final String HEADER = "Okno-Acting";

    private final ActingTokenVerifier verifier;
    private final SecurityContextRepository contexts;
    private final ProblemWriter problems;

    ActingTokenFilter(ActingTokenVerifier verifier, SecurityContextRepository contexts, ProblemWriter problems) {
        this.verifier = verifier;
        this.contexts = contexts;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = request.getHeader(HEADER);
        if (token != null) {
            try {
                var context = new SecurityContextImpl(acting(token));
                SecurityContextHolder.setContext(context);
                contexts.saveContext(context, request, response);
            } catch (Problem refused) {
                problems.write(request, response, refused);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private CallerAuthentication acting(String token) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller
                && caller.caller().kind() == Kind.PERSON) {
            return verifier.verify(token, caller);
        }
        throw new Problem(ProblemKind.FORBIDDEN, "acting_token_invalid");
    }
}

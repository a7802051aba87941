package okno.platform.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import okno.platform.core.Caller;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Closes every handler to representatives that does not open itself by {@link UnderPowerOfAttorney}: a power of attorney
 * allows what it names and nothing else (Civil Code art. 185, 187), and a handler that never thought of principals must
 * not take the representative's own affairs for theirs.
 */
final class PowerOfAttorneyCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // A route of the gateway is no handler of ours: the service that it leads to decides.
        if (handler instanceof HandlerMethod method
                && request.getDispatcherType() != DispatcherType.ERROR
                && SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
                && known.caller().principal() != null
                && !permits(known.caller().principal(), method)) {
            throw Caller.noPower();
        }
        return true;
    }

    private static boolean permits(Caller.Principal principal, HandlerMethod method) {
        UnderPowerOfAttorney opened = method.getMethodAnnotation(UnderPowerOfAttorney.class);
        return opened != null && Arrays.stream(opened.value()).anyMatch(principal.permissions()::contains);
    }
}

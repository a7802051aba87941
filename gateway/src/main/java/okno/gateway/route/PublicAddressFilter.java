package okno.gateway.route;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import okno.gateway.GatewayProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the request's address the public one, whatever stands in {@code Host} or in forwarding headers. Proofs of
 * possession name that address (RFC 9449, {@code htu}), and nobody outside may choose it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PublicAddressFilter extends OncePerRequestFilter {

    private final URI address;
    private final int port;

    PublicAddressFilter(GatewayProperties gateway) {
        this.address = gateway.publicUrl();
        this.port = port(gateway.publicUrl());
    }

    static int port(URI address) {
        if (address.getPort() > 0) {
            return address.getPort();
        }
        return "https".equals(address.getScheme()) ? 443 : 80;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new AtPublicAddress(request), response);
    }

    private final class AtPublicAddress extends HttpServletRequestWrapper {

        AtPublicAddress(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getScheme() {
            return address.getScheme();
        }

        @Override
        public boolean isSecure() {
            return "https".equals(address.getScheme());
        }

        @Override
        public String getServerName() {
            return address.getHost();
        }

        @Override
        public int getServerPort() {
            return port;
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(address.getScheme())
                    .append("://")
                    .append(address.getRawAuthority())
                    .append(getRequestURI());
        }
    }
}

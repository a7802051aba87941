package okno.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The certificate of one request, looked for only when a token is bound to one. */
@FunctionalInterface
interface ShownCertificate {

    ShownCertificate NONE = () -> null;

    /** RFC 8705 thumbprint; null: none. */
    @Nullable
    String thumbprint();

    static ShownCertificate in(HttpServletRequest request, ClientCertificates certificates) {
        return () -> certificates.thumbprint(request);
    }
}

package okno.gateway.client;

import jakarta.servlet.http.HttpServletRequest;
import okno.gateway.GatewayProperties;
import okno.platform.security.ClientCertificates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the gateway believes: the proxies named in its configuration, which end TLS, ask for client certificates, check
 * them, and replace the field whatever a caller says in it. None by default: then nobody has a certificate.
 */
@Component
public class CertificatesOfProxies implements ClientCertificates {

    private final GatewayProperties gateway;

    CertificatesOfProxies(GatewayProperties gateway) {
        this.gateway = gateway;
    }

    @Override
    public @Nullable String thumbprint(HttpServletRequest request) {
        return gateway.certificateProxies().contains(request.getRemoteAddr()) ? ClientCertificates.told(request) : null;
    }
}

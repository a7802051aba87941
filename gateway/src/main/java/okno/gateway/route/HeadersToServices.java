package okno.gateway.route;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import okno.gateway.GatewayProperties;
import okno.gateway.client.CertificatesOfProxies;
import okno.platform.core.Trace;
import okno.platform.security.ClientCertificates;
import okno.platform.security.GatewayProof;
import okno.platform.security.ServiceClients;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What a service hears of the way a request came: the public address from our configuration, the trace, and the client
 * certificate that a trusted proxy tells of. Whatever a caller said in such headers is dropped.
 */
@Component
class HeadersToServices implements RequestHttpHeadersFilter, Ordered {

    private static final List<String> FORGEABLE_PREFIXES =
            List.of("x-forwarded-", "x-user-", "x-org-", "x-original-", "x-rewrite-");
    private static final Set<String> FORGEABLE = Set.of(
            "forwarded",
            "x-real-ip",
            "x-http-method-override",
            "x-method-override",
            "traceparent",
            "client-cert",
            "client-cert-chain",
            "okno-gateway");

    private final URI address;
    private final String port;
    private final CertificatesOfProxies certificates;
    private final ServiceClients services;

    HeadersToServices(GatewayProperties gateway, CertificatesOfProxies certificates, ServiceClients services) {
        this.certificates = certificates;
        this.services = services;
        this.address = gateway.publicUrl();
        this.port = Integer.toString(PublicAddressFilter.port(address));
    }

    @Override
    public HttpHeaders apply(HttpHeaders input, ServerRequest request) {
        var headers = new HttpHeaders();
        input.forEach((name, values) -> {
            if (!forgeable(name.toLowerCase(Locale.ROOT))) {
                headers.addAll(name, values);
            }
        });
        headers.set("X-Forwarded-Proto", address.getScheme());
        headers.set("X-Forwarded-Host", address.getHost());
        headers.set("X-Forwarded-Port", port);
        if (certificates.thumbprint(request.servletRequest()) != null) {
            // Services believe nobody else about certificates.
            headers.set(ClientCertificates.FIELD, request.servletRequest().getHeader(ClientCertificates.FIELD));
            headers.set(GatewayProof.FIELD, services.ownToken());
        }
        Trace trace = Trace.current();
        if (trace != null) {
            headers.set("traceparent", trace.traceparent());
        }
        return headers;
    }

    /** After the gateway's own filters, one of which drops all forwarding headers. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    private static boolean forgeable(String name) {
        return FORGEABLE.contains(name) || FORGEABLE_PREFIXES.stream().anyMatch(name::startsWith);
    }
}

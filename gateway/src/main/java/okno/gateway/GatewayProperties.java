package okno.gateway;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.gateway.*}.
 *
 * @param publicUrl the address that people and machines use; proofs of possession name it
 * @param corsOrigins origins of front ends that may call from a browser; none by default
 * @param certificateProxies addresses of the proxies that end TLS and tell of client certificates (RFC 9440); none by
 *     default
 * @param limits requests a minute, by plan
 * @param routes path patterns by service; the addresses of services are {@code okno.services.*}
 * @param scopes what a registered client's token must have been given to reach a service, by service
 */
@ConfigurationProperties("okno.gateway")
public record GatewayProperties(
        URI publicUrl,
        @DefaultValue List<String> corsOrigins,
        @DefaultValue Set<String> certificateProxies,
        Limits limits,
        Map<String, List<String>> routes,
        Map<String, String> scopes) {

    /** Requests a minute for each client system, person, anonymous address, and address in all. */
    public record Limits(
            @DefaultValue("2000") long client,
            @DefaultValue("600") long person,
            @DefaultValue("120") long anonymous,
            @DefaultValue("6000") long address) {}
}

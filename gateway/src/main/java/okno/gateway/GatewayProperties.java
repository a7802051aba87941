package okno.gateway;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.gateway.*}.
 *
 * @param publicUrl the address that people and machines use; proofs of possession name it
 * @param corsOrigins origins of front ends that may call from a browser; none by default
 * @param limits requests a minute, by plan
 * @param routes path patterns by service; the addresses of services are {@code okno.services.*}
 */
@ConfigurationProperties("okno.gateway")
public record GatewayProperties(
        URI publicUrl, @DefaultValue List<String> corsOrigins, Limits limits, Map<String, List<String>> routes) {

    /** Requests a minute for each client system, person, anonymous address, and address in all. */
    public record Limits(
            @DefaultValue("2000") long client,
            @DefaultValue("600") long person,
            @DefaultValue("120") long anonymous,
            @DefaultValue("6000") long address) {}
}

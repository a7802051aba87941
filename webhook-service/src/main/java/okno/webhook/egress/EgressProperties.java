package okno.webhook.egress;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.webhook.egress.*}.
 *
 * @param allowInsecure lets http, any port and private addresses through; for the sandbox of one machine only
 * @param forbiddenNetworks networks in CIDR notation that are public by their number but inside by their place: pods,
 *     services, the operator's own; the special-purpose ones of IANA need not be named
 * @param ports ports an endpoint may listen on
 * @param connectTimeout for name resolution, and again for the connection of one address
 * @param deadline for the whole exchange, from the first lookup to the last byte read
 * @param responseCapBytes how much of an answer is read
 */
@ConfigurationProperties("okno.webhook.egress")
public record EgressProperties(
        @DefaultValue("false") boolean allowInsecure,
        @DefaultValue Set<String> forbiddenNetworks,
        @DefaultValue({"443", "8443"}) Set<Integer> ports,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("15s") Duration deadline,
        @DefaultValue("16384") int responseCapBytes) {}

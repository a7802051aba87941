package okno.notification.device;

import java.net.URI;
import org.springframework.stereotype.Component;

/** Knows which addresses are push services. */
@Component
public class PushServices {

    private final PushProperties properties;

    public PushServices(PushProperties properties) {
        this.properties = properties;
    }

    /** True when the address is one of a push service that we know. */
    public boolean known(URI endpoint) {
        String host = endpoint.getHost();
        return host != null
                && endpoint.getUserInfo() == null
                && properties.origins().stream().map(URI::create).anyMatch(origin -> matches(origin, endpoint, host));
    }

    private static boolean matches(URI origin, URI endpoint, String host) {
        // A host that begins with *. is none for java.net.URI, so the authority is read.
        String allowed = origin.getAuthority();
        boolean sameHost = allowed.startsWith("*.")
                ? host.endsWith(allowed.substring(1))
                : allowed.equals(endpoint.getAuthority());
        return sameHost && origin.getScheme().equals(endpoint.getScheme());
    }
}

package okno.platform.security;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.services.<name>}: where our services answer each other.
 *
 * @param services base URL by the service's short name, such as {@code registry}
 */
@ConfigurationProperties("okno")
record ServiceUrls(@DefaultValue Map<String, URI> services) {

    URI of(String service) {
        URI url = services.get(service);
        if (url == null) {
            throw new IllegalArgumentException("okno.services." + service + " is not set");
        }
        return url;
    }
}

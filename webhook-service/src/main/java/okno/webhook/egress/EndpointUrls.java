package okno.webhook.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which URLs an owner may give: https, a public host name or canonical public address, an allowed port, no credentials,
 * no fragment. Checked when it is registered and again whenever something is sent; what a name resolves to is checked at every
 * connection.
 */
@Component
public class EndpointUrls {

    private static final int MAX_LENGTH = 2048;
    private static final int MAX_PORT = 65_535;
    private static final Pattern HOST_NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern CANONICAL_IPV4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");
    // RFC 6761, RFC 6762, RFC 8375 and ICANN's private top-level domain: names that never leave a site.
    private static final Pattern PRIVATE_NAME = Pattern.compile(
            "(.*\\.)?(localhost|local|localdomain|internal|intranet|lan|home\\.arpa|test|invalid|onion)");

    private final EgressProperties properties;
    private final PublicAddresses addresses;

    EndpointUrls(EgressProperties properties, PublicAddresses addresses) {
        this.properties = properties;
        this.addresses = addresses;
    }

    /**
     * Returns the URL when it may be used.
     *
     * @throws Problem {@code invalid_content} with a fault at {@code /url}: url_format, url_scheme, url_userinfo,
     *     url_port, url_host or url_address
     */
    public URI check(String typed) {
        URI url = parse(typed);
        String fault = fault(url);
        if (fault != null) {
            throw Problem.invalid("/url", fault);
        }
        return url;
    }

    /** Whether a URL that was accepted once may still be used: settings may have become stricter since. */
    boolean allows(URI url) {
        return url.getScheme() != null && url.getRawFragment() == null && fault(url) == null;
    }

    private static URI parse(String typed) {
        try {
            URI url = new URI(typed);
            if (typed.length() <= MAX_LENGTH && url.getRawFragment() == null && !url.isOpaque() && url.isAbsolute()) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Falls through to the same refusal: the parser's words may repeat the URL.
        }
        throw Problem.invalid("/url", "url_format");
    }

    private @Nullable String fault(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(properties.allowInsecure() && scheme.equals("http"))) {
            return "url_scheme";
        }
        if (url.getRawAuthority() != null && url.getRawAuthority().contains("@")) {
            return "url_userinfo";
        }
        if (url.getHost() == null) {
            return "url_host";
        }
        if (url.getPort() > MAX_PORT) {
            return "url_port";
        }
        if (properties.allowInsecure()) {
            return null;
        }
        if (url.getPort() != -1 && !properties.ports().contains(url.getPort())) {
            return "url_port";
        }
        return hostFault(url.getHost().toLowerCase(Locale.ROOT));
    }

    private @Nullable String hostFault(String host) {
        if (host.startsWith("[") || CANONICAL_IPV4.matcher(host).matches()) {
            return addresses.isPublicLiteral(host) ? null : "url_address";
        }
        // Whatever else looks like a number (decimal, octal, hexadecimal, short forms) some resolver takes for an
        // address: no host name ends in a label without a letter in front.
        if (!HOST_NAME.matcher(host).matches()) {
            return "url_host";
        }
        return PRIVATE_NAME.matcher(host).matches() ? "url_address" : null;
    }
}

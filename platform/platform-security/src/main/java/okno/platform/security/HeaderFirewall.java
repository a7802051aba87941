package okno.platform.security;

import java.util.function.Predicate;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Spring Security's firewall, with its own rules for headers. They are regular expressions over Unicode properties, tried
 * again at each look at a header: for a token of a kilobyte, several times a request, that costs more than its signature.
 * Printable ASCII passes each of them, so only other text is tried.
 */
final class HeaderFirewall {

    private HeaderFirewall() {}

    static HttpFirewall create() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(sooner(StrictHttpFirewall.ALLOWED_HEADER_NAMES));
        firewall.setAllowedHeaderValues(sooner(StrictHttpFirewall.ALLOWED_HEADER_VALUES));
        return firewall;
    }

    static Predicate<String> sooner(Predicate<String> rule) {
        return text -> isPrintableAscii(text) || rule.test(text);
    }

    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }
}

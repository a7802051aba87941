package okno.identity.client.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okno.platform.core.FieldFault;

/** Addresses that a log-in may lead back to: exact ones over TLS (RFC 9700, 2.1; FAPI 2.0 Security Profile, 5.3.2.2). */
public final class RedirectUris {

    private RedirectUris() {}

    public static List<FieldFault> faults(List<String> uris) {
        List<FieldFault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < uris.size(); i++) {
            if (!isExact(uris.get(i))) {
                faults.add(FieldFault.at("/redirectUris/" + i, "redirect_uri_unsuitable"));
            } else if (!seen.add(uris.get(i))) {
                faults.add(FieldFault.at("/redirectUris/" + i, "duplicate"));
            }
        }
        return faults;
    }

    private static boolean isExact(String text) {
        try {
            URI uri = new URI(text);
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.normalize().equals(uri)
                    && text.indexOf('*') < 0;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}

package okno.keycloak.account;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The country of a log-in, as a proxy says that knows where networks are. A header can be sent by anybody, so it counts from
 * the proxies alone that Keycloak is told to trust ({@code --proxy-trusted-addresses}); they replace what a caller says.
 */
public final class LogInCountry {

    private static final String OPTION = "country-header";
    private static final String TRUSTED = "kc.proxy-trusted-addresses";
    private static final String NOTE = "okno-country";
    private static final Pattern ISO_3166 = Pattern.compile("[A-Z]{2}");
    /** What proxies write when they do not know; ISO 3166 leaves it to its users. */
    private static final String UNKNOWN = "XX";

    private final @Nullable String header;

    private LogInCountry(@Nullable String header) {
        this.header = header;
    }

    /** @throws IllegalStateException when a header is named and no proxy: Keycloak would trust them all */
    public static LogInCountry of(Config.Scope config) {
        String header = config.get(OPTION);
        if (header != null
                && ConfigProvider.getConfig()
                        .getOptionalValue(TRUSTED, String.class)
                        .filter(addresses -> !addresses.isBlank())
                        .isEmpty()) {
            throw new IllegalStateException(OPTION + " needs --proxy-trusted-addresses");
        }
        return new LogInCountry(header);
    }

    /** Keeps it with the session that may come of this log-in. */
    public void remember(HttpRequest request, AuthenticationSessionModel login) {
        if (header == null || !request.isProxyTrusted()) {
            return;
        }
        List<String> said = request.getHttpHeaders().getRequestHeader(header);
        if (said != null && said.size() == 1 && isCountry(said.getFirst())) {
            login.setUserSessionNote(NOTE, said.getFirst());
        }
    }

    static @Nullable String in(@Nullable UserSessionModel session) {
        return session == null ? null : session.getNote(NOTE);
    }

    private static boolean isCountry(String text) {
        return ISO_3166.matcher(text).matches() && !text.equals(UNKNOWN);
    }
}

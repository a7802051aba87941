package okno.webhook.console;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.webhook.console.*}.
 *
 * @param login where people log in; the realm's issuer
 * @param clientId public client that the page logs in as, by code and PKCE
 */
@ConfigurationProperties("okno.webhook.console")
public record ConsoleProperties(
        URI login, @DefaultValue("okno-web") String clientId) {}

package okno.org.acting;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.org.acting.*}.
 *
 * @param keyFile private EC key (JWK, P-256), or a set of them: the first signs, all are published, so that a key can be
 *     replaced without refusing the tokens of the old one
 * @param issuer issuer of acting tokens; never the realm's, so that neither can pass for the other
 * @param audience what the tokens are meant for
 * @param life how long a token is good; short, because it is verified offline
 */
@ConfigurationProperties("okno.org.acting")
record ActingProperties(
        Path keyFile,
        String issuer,
        @DefaultValue("okno-api") String audience,
        @DefaultValue("5m") Duration life) {}

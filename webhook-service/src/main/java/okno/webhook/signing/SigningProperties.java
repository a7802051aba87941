package okno.webhook.signing;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.webhook.signing.*}.
 *
 * @param dataKeysetFile Tink AEAD keyset in JSON that signing secrets are encrypted with; no default
 * @param overlap how long an old secret still signs beside the new one when its owner does not say
 * @param maxOverlap the longest overlap an owner may ask for
 */
@ConfigurationProperties("okno.webhook.signing")
public record SigningProperties(
        Path dataKeysetFile,
        @DefaultValue("24h") Duration overlap,
        @DefaultValue("7d") Duration maxOverlap) {}

package okno.identity.signature;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.identity.signature.*}.
 *
 * @param codeLife how long a code can be used
 * @param attempts wrong codes until the signature has failed
 * @param resendAfter wait before a new code for the same document
 * @param codesPerHour codes one person may ask for: every SMS costs money, and every code is a chance to guess
 * @param outsideLife how long a qualified signature, which is made outside, is waited for
 */
@ConfigurationProperties("okno.identity.signature")
public record SignatureProperties(
        @DefaultValue("5m") Duration codeLife,
        @DefaultValue("3") int attempts,
        @DefaultValue("60s") Duration resendAfter,
        @DefaultValue("5") int codesPerHour,
        @DefaultValue("1h") Duration outsideLife) {}

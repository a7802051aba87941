package okno.payment.provider;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.payment.provider.*}.
 *
 * @param url the provider's API
 * @param key our bearer key at the provider
 * @param callbackSecret Standard Webhooks secret of its callbacks, {@code whsec_} and base64
 * @param callbackUrl where it calls us
 * @param returnUrl where its page sends the person back to
 * @param tolerance how far a callback's time may lie from ours
 */
@Validated
@ConfigurationProperties("okno.payment.provider")
public record ProviderProperties(
        @NotBlank String url,
        @NotBlank String key,
        @NotBlank String callbackSecret,
        @NotBlank String callbackUrl,
        @NotBlank String returnUrl,
        @NotNull Duration connectTimeout,
        @NotNull Duration readTimeout,
        @NotNull Duration tolerance) {

    /** Secrets never reach a log. */
    @Override
    public String toString() {
        return "ProviderProperties[url=" + url + "]";
    }
}

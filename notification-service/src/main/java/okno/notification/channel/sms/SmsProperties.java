package okno.notification.channel.sms;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.notification.sms.*}.
 *
 * @param http gateways with an HTTP interface, the preferred one first; without an address one is not used
 * @param smpp a message centre, tried after these; without a host it is not used
 */
@Validated
@ConfigurationProperties("okno.notification.sms")
public record SmsProperties(
        @NotNull Duration connectTimeout,
        @NotNull Duration readTimeout,
        @NotNull List<@Valid Gateway> http,
        @NotNull @Valid MessageCentre smpp) {

    /**
     * One gateway.
     *
     * @param callbackSecret Standard Webhooks secret of its receipts; without one its receipts are refused
     */
    public record Gateway(@NotBlank String name, String url, String callbackSecret) {

        /** Never the secret. */
        @Override
        public String toString() {
            return "Gateway[" + name + "]";
        }
    }

    /**
     * SMPP 3.4, one transceiver session.
     *
     * @param source alphanumeric address that the messages come from
     */
    public record MessageCentre(
            @NotBlank String name, String host, int port, String systemId, String password, String source) {

        /** Never the password. */
        @Override
        public String toString() {
            return "MessageCentre[" + name + "]";
        }
    }
}

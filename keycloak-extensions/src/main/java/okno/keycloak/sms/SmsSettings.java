package okno.keycloak.sms;

import java.net.URI;
import java.time.Duration;
import org.keycloak.Config;

/**
 * {@code --spi-authenticator--okno-sms--*}.
 *
 * @param gateway where an SMS is posted to; no default
 * @param codeLife how long a code is good
 * @param attempts guesses at one code, the right one included
 * @param resendAfter seconds between two messages of one log-in
 * @param perPhone messages to one phone in an hour
 * @param perAddress messages asked for from one address in an hour
 * @param recoveriesPerAccount new passwords asked for an account in a day
 * @param recoveriesPerAddress new passwords asked for from one address in an hour
 */
record SmsSettings(
        URI gateway,
        Duration codeLife,
        int attempts,
        Duration resendAfter,
        int perPhone,
        int perAddress,
        int recoveriesPerAccount,
        int recoveriesPerAddress) {

    static SmsSettings from(Config.Scope config) {
        String gateway = config.get("gateway");
        if (gateway == null || gateway.isBlank()) {
            throw new IllegalStateException("--spi-authenticator--okno-sms--gateway is missing");
        }
        return new SmsSettings(
                URI.create(gateway),
                Duration.ofSeconds(config.getInt("code-life-seconds", 300)),
                config.getInt("attempts", 3),
                Duration.ofSeconds(config.getInt("resend-after-seconds", 60)),
                config.getInt("per-phone", 5),
                config.getInt("per-address", 30),
                config.getInt("recoveries-per-account", 3),
                config.getInt("recoveries-per-address", 10));
    }
}

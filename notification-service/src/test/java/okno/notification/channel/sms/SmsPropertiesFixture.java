package okno.notification.channel.sms;

import java.time.Duration;
import java.util.List;

/** Settings of SMS providers for tests. */
final class SmsPropertiesFixture {

    private SmsPropertiesFixture() {}

    static SmsProperties properties(Duration readTimeout, List<SmsProperties.Gateway> http, int smppPort) {
        return new SmsProperties(
                Duration.ofSeconds(2),
                readTimeout,
                http,
                new SmsProperties.MessageCentre("smpp", "localhost", smppPort, "okno", "secret", "OKNO"));
    }
}

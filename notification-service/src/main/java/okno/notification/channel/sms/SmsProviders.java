package okno.notification.channel.sms;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import okno.notification.channel.MessageChannel;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The SMS providers that have an address. */
@Component
public class SmsProviders implements DisposableBean {

    private final List<HttpSms> gateways;
    private final List<SmppSms> centres;

    SmsProviders(SmsProperties properties, ApplicationEventPublisher publisher) {
        this.gateways = properties.http().stream()
                .filter(gateway -> !gateway.url().isBlank())
                .map(gateway -> new HttpSms(gateway, properties))
                .toList();
        this.centres = properties.smpp().host().isBlank()
                ? List.of()
                : List.of(new SmppSms(
                        properties, new SmppReceipts(properties.smpp().name(), publisher)));
    }

    public List<MessageChannel> all() {
        return Stream.<MessageChannel>concat(gateways.stream(), centres.stream())
                .toList();
    }

    @Override
    public void destroy() throws IOException {
        for (HttpSms gateway : gateways) {
            gateway.close();
        }
        centres.forEach(SmppSms::close);
    }
}

package okno.notification.channel;

import java.net.http.HttpClient;
import java.util.Objects;
import okno.notification.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** SMS by the gateway's HTTP interface, idempotent by {@code clientMessageId}. */
@Component
public class SmsChannel implements MessageChannel {

    private final RestClient gateway;

    SmsChannel(SmsProperties properties) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(properties.readTimeout());
        this.gateway = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(properties.url())
                .build();
    }

    private record Sms(String clientMessageId, String to, String text) {}

    private record Taken(@Nullable String messageId) {}

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public SendOutcome send(OutgoingMessage message) {
        try {
            Taken taken = gateway.post()
                    .uri("/sms/v1/messages")
                    .body(new Sms(message.id(), message.address(), message.text()))
                    .retrieve()
                    .body(Taken.class);
            String id = taken == null ? null : taken.messageId();
            return new SendOutcome.Accepted(Objects.requireNonNullElse(id, message.id()));
        } catch (HttpClientErrorException e) {
            return e.getStatusCode() == HttpStatus.TOO_MANY_REQUESTS
                    ? new SendOutcome.Unavailable("gateway_busy")
                    : new SendOutcome.Refused(
                            "gateway_refused_" + e.getStatusCode().value());
        } catch (RestClientException e) {
            return new SendOutcome.Unavailable("gateway_unavailable");
        }
    }
}

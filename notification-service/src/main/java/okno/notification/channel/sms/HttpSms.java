package okno.notification.channel.sms;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.util.Objects;
import okno.notification.Channel;
import okno.notification.channel.MessageChannel;
import okno.notification.channel.OutgoingMessage;
import okno.notification.channel.SendOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** SMS by a gateway's HTTP interface, idempotent by {@code clientMessageId}. */
final class HttpSms implements MessageChannel {

    private final String name;
    private final RestClient gateway;

    HttpSms(SmsProperties.Gateway gateway, SmsProperties properties) {
        this.name = gateway.name();
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(properties.readTimeout());
        this.gateway = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(gateway.url())
                .build();
    }

    private record Sms(String clientMessageId, String to, String text) {}

    private record Taken(@Nullable String messageId) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean knowsRepeats() {
        return true;
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
            return refusal(e.getStatusCode().value());
        } catch (HttpServerErrorException e) {
            // Only 503 promises that nothing was done (RFC 9110, 15.6.4); behind a 500 or 504 anything may have
            // happened.
            return e.getStatusCode().value() == HttpStatus.SERVICE_UNAVAILABLE.value()
                    ? new SendOutcome.Unavailable("gateway_unavailable")
                    : new SendOutcome.Unknown(
                            "gateway_error_" + e.getStatusCode().value());
        } catch (ResourceAccessException e) {
            return neverConnected(e)
                    ? new SendOutcome.Unavailable("gateway_unreachable")
                    : new SendOutcome.Unknown("gateway_silent");
        } catch (RestClientException e) {
            return new SendOutcome.Unknown("gateway_answer_unreadable");
        }
    }

    private static SendOutcome refusal(int status) {
        return switch (status) {
            // Nothing is wrong with the message: the account, the address or the pace is.
            case 401, 403, 404, 429 -> new SendOutcome.Unavailable("gateway_refused_" + status);
            case 408 -> new SendOutcome.Unknown("gateway_refused_408");
            default -> new SendOutcome.Refused("gateway_refused_" + status);
        };
    }

    private static boolean neverConnected(ResourceAccessException e) {
        return e.getCause() instanceof ConnectException || e.getCause() instanceof HttpConnectTimeoutException;
    }
}

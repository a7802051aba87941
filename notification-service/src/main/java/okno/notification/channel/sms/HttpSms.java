package okno.notification.channel.sms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Objects;
import okno.notification.Channel;
import okno.notification.channel.MessageChannel;
import okno.notification.channel.OutgoingMessage;
import okno.notification.channel.SendOutcome;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** SMS by a gateway's HTTP interface, idempotent by {@code clientMessageId}. */
final class HttpSms implements MessageChannel, AutoCloseable {

    private static final int CONNECTIONS = 512;

    private final String name;
    private final CloseableHttpClient http;
    private final RestClient gateway;

    HttpSms(SmsProperties.Gateway gateway, SmsProperties properties) {
        this.name = gateway.name();
        this.http = client(Timeout.of(properties.connectTimeout()), Timeout.of(properties.readTimeout()));
        this.gateway = RestClient.builder()
                .requestFactory(new HttpComponentsClientHttpRequestFactory(http))
                .baseUrl(gateway.url())
                .build();
    }

    /** Without redirects and repeats of its own: what becomes of a message is ours to decide. */
    private static CloseableHttpClient client(Timeout connect, Timeout answer) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(answer)
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(answer)
                        .setConnectionRequestTimeout(connect)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
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
            ResponseEntity<Taken> answer = gateway.post()
                    .uri("/sms/v1/messages")
                    .body(new Sms(message.id(), message.address(), message.text()))
                    .retrieve()
                    .toEntity(Taken.class);
            if (!answer.getStatusCode().is2xxSuccessful()) {
                return new SendOutcome.Unavailable(
                        "gateway_refused_" + answer.getStatusCode().value());
            }
            Taken taken = answer.getBody();
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
        Throwable cause = e.getCause();
        return cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof ConnectTimeoutException
                || cause instanceof ConnectionRequestTimeoutException;
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}

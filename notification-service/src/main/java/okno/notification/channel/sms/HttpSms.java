package okno.notification.channel.sms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Objects;
import okno.notification.Channel;
import okno.notification.channel.HttpConnections;
import okno.notification.channel.MessageChannel;
import okno.notification.channel.OutgoingMessage;
import okno.notification.channel.SendOutcome;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** SMS by a gateway's HTTP interface, idempotent by {@code clientMessageId}. */
final class HttpSms implements MessageChannel, AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_ANSWER = 16 * 1024;

    private final String name;
    private final String messages;
    private final CloseableHttpClient http;

    HttpSms(SmsProperties.Gateway gateway, SmsProperties properties) {
        this.name = gateway.name();
        this.messages = gateway.url() + "/sms/v1/messages";
        this.http = HttpConnections.client(properties.connectTimeout(), properties.readTimeout());
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
        var post = new HttpPost(messages);
        byte[] sms = JSON.writeValueAsBytes(new Sms(message.id(), message.address(), message.text()));
        post.setEntity(new ByteArrayEntity(sms, ContentType.APPLICATION_JSON));
        try {
            return http.execute(post, answer -> outcome(answer, message));
        } catch (ConnectException
                | UnknownHostException
                | ConnectTimeoutException
                | ConnectionRequestTimeoutException neverConnected) {
            return new SendOutcome.Unavailable("gateway_unreachable");
        } catch (IOException e) {
            return new SendOutcome.Unknown("gateway_silent");
        }
    }

    private static SendOutcome outcome(ClassicHttpResponse answer, OutgoingMessage message)
            throws IOException, ParseException {
        String body = answer.getEntity() == null ? "" : EntityUtils.toString(answer.getEntity(), LONGEST_ANSWER);
        int status = answer.getCode();
        if (status >= 200 && status < 300) {
            return taken(body, message);
        }
        return switch (status) {
            // Nothing is wrong with the message: the account, the address or the pace is.
            case HttpStatus.SC_UNAUTHORIZED,
                    HttpStatus.SC_FORBIDDEN,
                    HttpStatus.SC_NOT_FOUND,
                    HttpStatus.SC_TOO_MANY_REQUESTS -> new SendOutcome.Unavailable("gateway_refused_" + status);
            // Only 503 promises that nothing was done (RFC 9110, 15.6.4); behind a 500 or 504 anything may have
            // happened.
            case HttpStatus.SC_SERVICE_UNAVAILABLE -> new SendOutcome.Unavailable("gateway_unavailable");
            case HttpStatus.SC_REQUEST_TIMEOUT -> new SendOutcome.Unknown("gateway_refused_408");
            default -> other(status);
        };
    }

    private static SendOutcome other(int status) {
        if (status >= 500) {
            return new SendOutcome.Unknown("gateway_error_" + status);
        }
        return status >= 400
                ? new SendOutcome.Refused("gateway_refused_" + status)
                : new SendOutcome.Unavailable("gateway_refused_" + status);
    }

    private static SendOutcome taken(String body, OutgoingMessage message) {
        try {
            Taken taken = body.isBlank() ? null : JSON.readValue(body, Taken.class);
            String id = taken == null ? null : taken.messageId();
            return new SendOutcome.Accepted(Objects.requireNonNullElse(id, message.id()));
        } catch (JacksonException e) {
            return new SendOutcome.Unknown("gateway_answer_unreadable");
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}

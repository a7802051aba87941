package okno.notification.channel.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.interaso.webpush.WebPush;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import okno.notification.Channel;
import okno.notification.channel.MessageChannel;
import okno.notification.channel.OutgoingMessage;
import okno.notification.channel.SendOutcome;
import okno.notification.device.Device;
import okno.notification.device.PushProperties;
import okno.notification.device.PushServices;
import tools.jackson.databind.json.JsonMapper;

/**
 * Web Push (RFC 8030, 8291, 8292) to every browser of a person. It is accepted when one push service has taken it. A
 * repeat carries the same topic and replaces what still waits (RFC 8030, 5.4), and the same tag, so it shows as one.
 */
final class WebPushChannel implements MessageChannel {

    private static final JsonMapper JSON = new JsonMapper();

    private final WebPush webPush;
    private final PushProperties properties;
    private final PushServices services;
    private final Function<String, List<Device>> devices;
    private final Consumer<UUID> gone;
    private final HttpClient http;

    /**
     * @param devices the browsers of a person
     * @param gone is told of a browser that has unsubscribed
     */
    WebPushChannel(
            WebPush webPush,
            PushProperties properties,
            PushServices services,
            Function<String, List<Device>> devices,
            Consumer<UUID> gone) {
        this.webPush = webPush;
        this.properties = properties;
        this.services = services;
        this.devices = devices;
        this.gone = gone;
        this.http = HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return "web-push";
    }

    @Override
    public Channel channel() {
        return Channel.PUSH;
    }

    @Override
    public boolean knowsRepeats() {
        return true;
    }

    @Override
    public SendOutcome send(OutgoingMessage message) {
        List<SendOutcome> outcomes = devices.apply(message.address()).stream()
                .filter(device -> services.known(device.endpoint()))
                .map(device -> send(message, device))
                .toList();
        return outcomes.stream()
                .filter(SendOutcome.Accepted.class::isInstance)
                .findFirst()
                .or(() -> outcomes.stream()
                        .filter(outcome -> !(outcome instanceof SendOutcome.Refused))
                        .findFirst())
                .orElse(outcomes.isEmpty() ? new SendOutcome.Refused("no_device") : outcomes.getFirst());
    }

    private SendOutcome send(OutgoingMessage message, Device device) {
        try {
            HttpResponse<Void> answer = http.send(request(message, device), HttpResponse.BodyHandlers.discarding());
            return outcome(answer, message, device);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new SendOutcome.Unavailable("push_service_unreachable");
        } catch (IOException e) {
            return new SendOutcome.Unknown("push_service_silent");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Unknown("interrupted");
        }
    }

    private SendOutcome outcome(HttpResponse<Void> answer, OutgoingMessage message, Device device) {
        int status = answer.statusCode();
        return switch (status) {
            case 200, 201, 202 ->
                new SendOutcome.Accepted(answer.headers().firstValue("Location").orElse(message.id()));
            case 404, 410 -> {
                // The browser has withdrawn its consent, or is gone.
                gone.accept(device.id());
                yield new SendOutcome.Refused("device_gone");
            }
            case 429, 503 -> new SendOutcome.Unavailable("push_service_busy_" + status);
            default ->
                status >= 500
                        ? new SendOutcome.Unknown("push_service_error_" + status)
                        : new SendOutcome.Refused("push_service_refused_" + status);
        };
    }

    private HttpRequest request(OutgoingMessage message, Device device) {
        byte[] payload = JSON.writeValueAsBytes(
                Map.of("id", message.id(), "tag", message.id(), "title", message.title(), "body", message.text()));
        var request = HttpRequest.newBuilder(device.endpoint())
                .timeout(properties.readTimeout())
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        webPush.getBody(payload, device.publicKey(), device.authSecret())));
        webPush.getHeaders(
                        device.endpoint().toString(),
                        (int) properties.timeToLive().toSeconds(),
                        topic(message.id()),
                        WebPush.Urgency.Normal)
                .forEach(request::header);
        return request.build();
    }

    /** At most 32 characters of base64url (RFC 8030, 5.4). */
    static String topic(String messageId) {
        UUID digest = UUID.nameUUIDFromBytes(messageId.getBytes(UTF_8));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.nio.ByteBuffer.allocate(16)
                        .putLong(digest.getMostSignificantBits())
                        .putLong(digest.getLeastSignificantBits())
                        .array());
    }
}

package okno.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request being put together. */
public final class Request {

    private final Portal portal;
    private final String who;
    private final String method;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private BodyPublisher body = BodyPublishers.noBody();
    private @Nullable String shown;

    Request(Portal portal, String who, String method, String path) {
        this.portal = portal;
        this.who = who;
        this.method = method;
        this.path = path;
        header("Accept", "application/json");
        header("Accept-Language", "ru");
        if (!method.equals("GET")) {
            header("Idempotency-Key", UUID.randomUUID().toString());
        }
    }

    /** Sets a header; the last value counts. */
    public Request header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Request without(String name) {
        headers.remove(name);
        return this;
    }

    public Request json(Object content) {
        return text("application/json", Json.text(content));
    }

    public Request text(String contentType, String content) {
        header("Content-Type", contentType);
        body = BodyPublishers.ofString(content);
        shown = content;
        return this;
    }

    /** A form with one file, as a browser sends it. */
    public Request file(Map<String, String> fields, String fileName, String contentType, byte[] content) {
        String boundary = "okno-" + UUID.randomUUID();
        var form = new ByteArrayOutputStream();
        fields.forEach(
                (name, value) -> form.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, name, value)
                        .getBytes(UTF_8)));
        form.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(boundary, fileName, contentType)
                        .getBytes(UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(UTF_8));
        header("Content-Type", "multipart/form-data; boundary=" + boundary);
        body = BodyPublishers.ofByteArray(form.toByteArray());
        shown = "[%s, %d bytes]".formatted(fileName, content.length);
        return this;
    }

    public Answer send() {
        return portal.send(who, method, path, headers, body, shown);
    }
}

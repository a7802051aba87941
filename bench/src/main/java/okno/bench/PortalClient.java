package okno.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;

/** What the gateway would be to application-service: connections that are kept, a token with each request. */
final class PortalClient implements AutoCloseable {

    private static final int CONNECTIONS = 512;

    private final String url;
    private final CloseableHttpClient http = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .build())
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableContentCompression()
            .build();

    PortalClient(String url) {
        this.url = url;
    }

    /** One answer; the body is read whatever it is for. */
    record Answer(
            int status,
            String body,
            @Nullable String etag,
            @Nullable String location) {

        Answer expect(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException("answered " + status + ": " + body);
            }
            return this;
        }
    }

    /** Who asks. */
    record Credentials(String token, @Nullable String acting) {}

    Answer call(String method, String path, Credentials who, @Nullable String body, String... headers)
            throws IOException {
        var request = new HttpUriRequestBase(method, java.net.URI.create(url + path));
        request.setHeader("Authorization", "Bearer " + who.token());
        if (who.acting() != null) {
            request.setHeader("Okno-Acting", who.acting());
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        if (body != null) {
            request.setEntity(new ByteArrayEntity(body.getBytes(UTF_8), ContentType.APPLICATION_JSON));
        }
        return http.execute(
                request,
                response -> new Answer(
                        response.getCode(),
                        response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity(), UTF_8),
                        value(response.getFirstHeader("ETag")),
                        value(response.getFirstHeader("Location"))));
    }

    private static @Nullable String value(@Nullable Header header) {
        return header == null ? null : header.getValue();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}

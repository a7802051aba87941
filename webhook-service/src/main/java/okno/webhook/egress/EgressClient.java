package okno.webhook.egress;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/**
 * The HTTP client of this service, and the reasons it is not the JDK's: Apache's connects to the addresses that our
 * resolver returned, where the JDK's resolves the name again after any check of it (DNS rebinding).
 */
@Component
class EgressClient implements AutoCloseable {

    private static final int MAX_CONNECTIONS = 2000;

    private final CloseableHttpClient http;

    EgressClient(EgressProperties properties, PublicAddresses addresses, DnsResolver names) {
        Timeout connect = Timeout.of(properties.connectTimeout());
        Timeout deadline = Timeout.of(properties.deadline());
        var connections = new DirectConnections()
                .setDnsResolver(new CheckedDnsResolver(
                        names, addresses, properties.allowInsecure(), properties.connectTimeout()))
                // LAX closes every kept connection of the host that belongs to another endpoint than the one that asks.
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(deadline)
                        .setTimeToLive(TimeValue.of(5, TimeUnit.MINUTES))
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                        .build())
                .build();
        this.http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(deadline)
                        .setConnectionRequestTimeout(connect)
                        .build())
                // The token keeps a connection for the endpoint that opened it; two endpoints on one host share none.
                .setUserTokenHandler(
                        (route, context) -> context instanceof HttpClientContext own ? own.getUserToken() : null)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .evictExpiredConnections()
                .evictIdleConnections(TimeValue.of(1, TimeUnit.MINUTES))
                .build();
    }

    CloseableHttpClient http() {
        return http;
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}

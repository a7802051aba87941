package okno.gateway.route;

import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connections to the services: many, plain, and never repeated behind the caller's back. */
@Configuration(proxyBeanMethods = false)
class ServiceConnections {

    private static final int PER_SERVICE = 200;
    private static final int IN_ALL = 1_000;

    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> connections() {
        return builder -> builder.withConnectionManagerCustomizer(
                        manager -> manager.setMaxConnPerRoute(PER_SERVICE).setMaxConnTotal(IN_ALL))
                .withHttpClientCustomizer(ServiceConnections::passThrough);
    }

    /** The client's own comforts would change what passes: retries, cookies, unpacking, following. */
    private static void passThrough(HttpClientBuilder client) {
        client.disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableRedirectHandling()
                .disableAuthCaching()
                .disableDefaultUserAgent();
    }
}

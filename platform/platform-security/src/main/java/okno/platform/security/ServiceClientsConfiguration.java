package okno.platform.security;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** Wires the way out to the other services. */
@AutoConfiguration(after = ResourceServer.class)
@EnableConfigurationProperties({SecurityProperties.class, ServiceUrls.class})
class ServiceClientsConfiguration {

    @Bean
    ServiceClients serviceClients(ServiceUrls urls, SecurityProperties settings, Environment environment, Clock clock) {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build());
        requests.setReadTimeout(Duration.ofSeconds(3));
        // The service's name is its client id at the realm.
        String clientId = environment.getRequiredProperty("spring.application.name");
        return new ServiceClients(urls, new ServiceToken(clientId, settings, requests, clock), requests);
    }
}

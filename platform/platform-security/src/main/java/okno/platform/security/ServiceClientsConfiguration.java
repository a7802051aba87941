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
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        // The service's name is its client id at the realm.
        String clientId = environment.getRequiredProperty("spring.application.name");
        var token = new ServiceToken(clientId, settings, within(http, ServiceClients.ANSWER), clock);
        return new ServiceClients(urls, token, answer -> within(http, answer));
    }

    private static JdkClientHttpRequestFactory within(HttpClient http, Duration answer) {
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(answer);
        return requests;
    }
}

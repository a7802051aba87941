package okno.webhook.egress;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who answers for names: the system's resolver. */
@Configuration(proxyBeanMethods = false)
class EgressConfiguration {

    @Bean
    DnsResolver names() {
        return SystemDefaultDnsResolver.INSTANCE;
    }
}

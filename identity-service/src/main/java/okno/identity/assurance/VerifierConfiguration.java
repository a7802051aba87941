package okno.identity.assurance;

import okno.identity.assurance.domain.Method;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The providers that identify people for us; both speak one protocol. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AssuranceProperties.class)
class VerifierConfiguration {

    @Bean
    VerifierMethod bank(AssuranceProperties properties) {
        return new VerifierMethod(Method.BANK, properties.bank(), properties);
    }

    @Bean
    VerifierMethod video(AssuranceProperties properties) {
        return new VerifierMethod(Method.VIDEO, properties.video(), properties);
    }
}

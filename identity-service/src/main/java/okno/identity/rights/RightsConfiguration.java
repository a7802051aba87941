package okno.identity.rights;

import com.google.crypto.tink.Aead;
import okno.platform.documents.store.DocumentStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where archives lie. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RightsProperties.class)
class RightsConfiguration {

    @Bean
    DocumentStore archives(RightsProperties properties, Aead dataKey) {
        return DocumentStore.in(properties.documentsDirectory(), dataKey);
    }
}

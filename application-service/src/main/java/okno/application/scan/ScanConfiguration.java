package okno.application.scan;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScanProperties.class)
class ScanConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ScanConfiguration.class);

    @Bean
    MalwareScanner malwareScanner(ScanProperties properties) {
        return switch (properties.scanner()) {
            case CLAMD -> new ClamdScanner(properties.clamdHost(), properties.clamdPort(), properties.timeLimit());
            case EICAR -> {
                LOG.warn("Files are searched for the EICAR test file only");
                yield new EicarScanner();
            }
        };
    }
}

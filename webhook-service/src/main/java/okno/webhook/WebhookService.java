package okno.webhook;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts webhook-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class WebhookService {

    public static void main(String[] args) {
        SpringApplication.run(WebhookService.class, args);
    }
}

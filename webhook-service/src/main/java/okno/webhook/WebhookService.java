package okno.webhook;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts webhook-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class WebhookService {

    public static void main(String[] args) {
        SpringApplication.run(WebhookService.class, args);
    }
}

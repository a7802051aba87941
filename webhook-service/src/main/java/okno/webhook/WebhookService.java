package okno.webhook;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts webhook-service. */
@SpringBootApplication
public class WebhookService {

    public static void main(String[] args) {
        SpringApplication.run(WebhookService.class, args);
    }
}

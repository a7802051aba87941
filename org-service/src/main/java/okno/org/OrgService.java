package okno.org;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts org-service. */
@SpringBootApplication
public class OrgService {

    public static void main(String[] args) {
        SpringApplication.run(OrgService.class, args);
    }
}

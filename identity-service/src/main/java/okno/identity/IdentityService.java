package okno.identity;

import okno.identity.account.AccountProperties;
import okno.identity.assurance.AssuranceProperties;
import okno.identity.consent.ConsentProperties;
import okno.identity.signature.SignatureProperties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts identity-service. */
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties({
    AccountProperties.class,
    AssuranceProperties.class,
    ConsentProperties.class,
    SignatureProperties.class
})
public class IdentityService {

    public static void main(String[] args) {
        SpringApplication.run(IdentityService.class, args);
    }
}

package okno.platform.audit;

import okno.platform.messaging.Outbox;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Wires the audit call. */
@AutoConfiguration(afterName = "okno.platform.messaging.MessagingAutoConfiguration")
class AuditAutoConfiguration {

    @Bean
    Audit audit(Outbox outbox) {
        return new Audit(outbox);
    }
}

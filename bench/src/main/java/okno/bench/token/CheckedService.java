package okno.bench.token;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** A service with nothing but its security. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "okno.platform.security.RevocationsConfiguration",
            "okno.platform.security.ServiceClientsConfiguration",
            "okno.platform.web.idempotency.IdempotencyAutoConfiguration",
            "okno.platform.messaging.MessagingAutoConfiguration",
            "okno.platform.audit.AuditAutoConfiguration"
        })
class CheckedService {}

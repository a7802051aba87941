package okno.platform.web.idempotency;

import java.time.Clock;
import javax.sql.DataSource;
import okno.platform.web.ProblemWriter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Wires {@code Idempotency-Key} for every service that has a database. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(DataSource.class)
@EnableScheduling
class IdempotencyAutoConfiguration {

    @Bean
    IdempotencyStore idempotencyStore(DataSource database, Clock clock) {
        return new IdempotencyStore(JdbcClient.create(database), clock);
    }

    /** Spring Boot adds it to the transaction manager. */
    @Bean
    IdempotentCommits idempotentCommits(IdempotencyStore store) {
        return new IdempotentCommits(store);
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            IdempotencyStore store, IdempotentCommits commits, ProblemWriter problems) {
        FilterRegistrationBean<IdempotencyFilter> registration =
                new FilterRegistrationBean<>(new IdempotencyFilter(store, commits, problems));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10);
        return registration;
    }

    @Bean
    Cleaner idempotencyCleaner(IdempotencyStore store) {
        return new Cleaner(store);
    }

    /** Deletes old keys every quarter of an hour; two replicas skip each other's rows. */
    static final class Cleaner {

        private final IdempotencyStore store;

        Cleaner(IdempotencyStore store) {
            this.store = store;
        }

        @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT1M")
        void clean() {
            store.clean();
        }
    }
}

package okno.platform.rights;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import okno.platform.audit.Audit;
import okno.platform.messaging.Inbox;
import okno.platform.messaging.Outbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Wires what a service has beans for: giving copies, erasing, and removing what was kept. */
@AutoConfiguration(
        afterName = {
            "okno.platform.web.WebAutoConfiguration",
            "okno.platform.messaging.MessagingAutoConfiguration",
            "okno.platform.audit.AuditAutoConfiguration"
        })
class RightsAutoConfiguration {

    @Bean
    ServiceName serviceName(Environment environment) {
        return new ServiceName(environment.getRequiredProperty("spring.application.name"));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(PersonalData.class)
    static class Copies {

        @Bean
        DisclosePerson disclosePerson(Audit audit) {
            return new DisclosePerson(audit);
        }

        @Bean
        InternalExportController internalExportController(
                DisclosePerson disclosePerson, PersonalData data, JsonMapper json) {
            return new InternalExportController(disclosePerson, data, json);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(Erasing.class)
    static class Erasures {

        @Bean
        ErasePerson erasePerson(
                ServiceName service,
                Erasing erasing,
                ObjectProvider<ErasePerson.Kept> kept,
                Outbox outbox,
                Audit audit,
                Clock clock) {
            return new ErasePerson(service, erasing, kept.getIfAvailable(), outbox, audit, clock);
        }

        @Bean
        ErasureOrdersListener erasureOrdersListener(ServiceName service, Inbox inbox, ErasePerson erasePerson) {
            return new ErasureOrdersListener(service, inbox, erasePerson);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @ConditionalOnBean(Keeping.class)
    static class Terms {

        @Bean
        ErasedPersons erasedPersons(JdbcClient jdbc) {
            return new ErasedPersons(jdbc);
        }

        @Bean
        ErasePerson.Kept keptByLaw(Keeping keeping, ErasedPersons persons) {
            return new ErasePerson.Kept(keeping, persons);
        }

        @Bean
        RemoveKept removeKept(
                ServiceName service,
                ErasePerson.Kept kept,
                Audit audit,
                MeterRegistry meters,
                Clock clock,
                PlatformTransactionManager transactions) {
            return new RemoveKept(service, kept, audit, meters, clock, new TransactionTemplate(transactions));
        }

        @Bean
        KeptTerms keptTerms(ErasedPersons persons, RemoveKept removeKept, Clock clock) {
            return new KeptTerms(persons, removeKept, clock);
        }
    }
}

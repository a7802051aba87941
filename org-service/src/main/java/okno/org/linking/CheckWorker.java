package okno.org.linking;

import okno.org.due.DueWorker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the checks of organisations that are due. */
@Configuration(proxyBeanMethods = false)
class CheckWorker {

    @Bean
    DueWorker organisationChecks(CheckOrganisation check, CheckProperties settings) {
        return new DueWorker("organisation-checks", check::handleNext, settings.poll());
    }
}

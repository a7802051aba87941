package okno.org.power;

import okno.org.due.DueWorker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks after the powers of attorney that are due. */
@Configuration(proxyBeanMethods = false)
class PowerWorker {

    @Bean
    DueWorker powersOfAttorney(SettlePowers settle, PowerProperties settings) {
        return new DueWorker("powers-of-attorney", settle::handleNext, settings.poll());
    }
}

package okno.application.casefile;

import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.events.ApplicationEvents;
import okno.application.casefile.events.AssignedV1;
import okno.application.catalogue.PassportQueries;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells other services of a step, and with it what the service's passport wants its applicants to be told. */
@Component
class AnnounceStep {

    private final Outbox outbox;
    private final PassportQueries passports;

    AnnounceStep(Outbox outbox, PassportQueries passports) {
        this.outbox = outbox;
        this.passports = passports;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(ApplicationStatus before, Application after) {
        outbox.append(ApplicationEvents.of(
                before,
                after,
                passports.get(after.service().code(), after.service().version())));
    }

    /** {@code taken}: by the officer, who knows. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void assigned(Application after, boolean taken) {
        outbox.append(AssignedV1.of(after, taken));
    }
}

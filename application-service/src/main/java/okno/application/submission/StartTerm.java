package okno.application.submission;

import java.time.Clock;
import java.time.LocalDate;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationNumber;
import okno.application.casefile.persistence.Applications;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Processing;
import okno.application.extract.ExtractTasks;
import org.springframework.stereotype.Component;

/**
 * What every submission gets, free or paid: its number, the unit and the officer that work on it, the last day of the
 * term, counted from today, and for a service without an officer the task to fulfil it. Called inside the transaction that records the step.
 */
@Component
class StartTerm {

    private final Applications applications;
    private final PassportQueries passports;
    private final TermQueries terms;
    private final RouteToUnit routeToUnit;
    private final ExtractTasks extracts;
    private final Clock clock;

    StartTerm(
            Applications applications,
            PassportQueries passports,
            TermQueries terms,
            RouteToUnit routeToUnit,
            ExtractTasks extracts,
            Clock clock) {
        this.applications = applications;
        this.passports = passports;
        this.terms = terms;
        this.routeToUnit = routeToUnit;
        this.extracts = extracts;
        this.clock = clock;
    }

    /** A draft of a free service, submitted. */
    Application submit(Application draft) {
        Application submitted = routed(draft).submit(number(draft), lastDay(draft), clock.instant());
        handOver(submitted);
        return submitted;
    }

    /** An application that waited for its duty, submitted by the payment. */
    Application submitPaid(Application waiting, String uin) {
        Application submitted = routed(waiting).submitPaid(number(waiting), lastDay(waiting), uin, clock.instant());
        handOver(submitted);
        return submitted;
    }

    private Application routed(Application application) {
        return routeToUnit.handle(application, passport(application));
    }

    private ApplicationNumber number(Application application) {
        return ApplicationNumber.of(
                application.service().agency(), terms.today().getYear(), applications.nextSerial());
    }

    private LocalDate lastDay(Application application) {
        return terms.term(passport(application).term(), terms.today()).lastDay(terms.today(), terms.calendar());
    }

    private void handOver(Application submitted) {
        if (passport(submitted).processing().decidedBy() == Processing.DecidedBy.REGISTER) {
            extracts.add(submitted.id());
        }
    }

    private Passport passport(Application application) {
        return passports.get(application.service().code(), application.service().version());
    }
}

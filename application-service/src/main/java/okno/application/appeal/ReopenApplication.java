package okno.application.appeal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import okno.application.appeal.domain.Ground;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Message;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.Messages;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Processing;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a refusal void after an upheld complaint (210-FZ art. 11.2 p. 7): the application is in review again, in nobody's
 * hands, with the term of its service counted anew.
 */
@Component
class ReopenApplication {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String NOTE = "Жалоба удовлетворена: отказ отменён, заявление рассматривают заново до %s."
            + " / Your complaint is upheld: the refusal is void, the application is decided anew by %s.";

    private final Applications applications;
    private final Messages messages;
    private final PassportQueries passports;
    private final TermQueries terms;
    private final VoidRefusal voidRefusal;
    private final Clock clock;

    ReopenApplication(
            Applications applications,
            Messages messages,
            PassportQueries passports,
            TermQueries terms,
            VoidRefusal voidRefusal,
            Clock clock) {
        this.applications = applications;
        this.messages = messages;
        this.passports = passports;
        this.terms = terms;
        this.voidRefusal = voidRefusal;
        this.clock = clock;
    }

    /** Leaves it as it is when the ground is about something else, a register decides, or the owner has applied anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(Caller caller, Application application, Ground ground) {
        Passport passport = passports.get(
                application.service().code(), application.service().version());
        boolean reopens = ground.reopens()
                && application.status() == ApplicationStatus.REJECTED
                && passport.processing().decidedBy() == Processing.DecidedBy.OFFICER
                && !hasAppliedAnew(application);
        if (reopens) {
            LocalDate today = terms.today();
            LocalDate last = terms.term(passport.term(), today).lastDay(today, terms.calendar());
            voidRefusal.handle(caller, application, application.reopen(last, clock.instant()));
            String day = last.format(DAY);
            messages.insert(new Message(
                    Ids.next(),
                    application.id(),
                    Side.SYSTEM,
                    Message.Kind.NOTE,
                    NOTE.formatted(day, day),
                    clock.instant()));
        }
    }

    /** Two of a service of which one may have only one. */
    private boolean hasAppliedAnew(Application application) {
        return application.service().exclusive()
                && applications
                        .underWay(application.owner(), application.service().code())
                        .isPresent();
    }
}

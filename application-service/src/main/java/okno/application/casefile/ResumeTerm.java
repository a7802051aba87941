package okno.application.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Filing;
import okno.application.casefile.domain.Message;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Messages;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.Term;
import okno.platform.core.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the agency's term go on after it stood still, and tells the applicant when its last day has moved. */
@Component
public class ResumeTerm {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String MOVED = "Срок рассмотрения был приостановлен и снова идёт; новый последний день: %s."
            + " / The review term stood still and runs again; its new last day is %s.";

    private final FollowTerm followTerm;
    private final TermQueries terms;
    private final Messages messages;
    private final Clock clock;

    ResumeTerm(FollowTerm followTerm, TermQueries terms, Messages messages, Clock clock) {
        this.followTerm = followTerm;
        this.terms = terms;
        this.messages = messages;
        this.clock = clock;
    }

    /** The application after the applicant's answer, not saved yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Application answered(Application application) {
        return told(
                application, application.answer(terms.today(), unit(application), terms.calendar(), clock.instant()));
    }

    /** The application after its correction, not saved yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Application corrected(Application application) {
        return told(
                application, application.correct(terms.today(), unit(application), terms.calendar(), clock.instant()));
    }

    private Application told(Application before, Application after) {
        LocalDate moved = lastDay(after);
        if (!moved.equals(lastDay(before))) {
            String day = moved.format(DAY);
            messages.insert(new Message(
                    Ids.next(),
                    after.id(),
                    Side.SYSTEM,
                    Message.Kind.NOTE,
                    MOVED.formatted(day, day),
                    clock.instant()));
        }
        return after;
    }

    private Term.Unit unit(Application application) {
        LocalDate submitted = LocalDate.ofInstant(filing(application).submittedAt(), TermQueries.ZONE);
        return followTerm.unit(application, submitted);
    }

    private static LocalDate lastDay(Application application) {
        return filing(application).expectedCompletionDate();
    }

    private static Filing filing(Application application) {
        return Objects.requireNonNull(application.filing());
    }
}

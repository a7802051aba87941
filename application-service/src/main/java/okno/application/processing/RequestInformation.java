package okno.application.processing;

import java.time.LocalDate;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Message;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.Passport;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the applicant for more, or sends the application back to be corrected; the agency's term stops until the answer,
 * and the applicant gets a term of their own.
 */
@Component
public class RequestInformation {

    private final AgencyApplications desk;
    private final WriteToApplicant writeToApplicant;
    private final PassportQueries passports;
    private final TermQueries terms;

    RequestInformation(
            AgencyApplications desk, WriteToApplicant writeToApplicant, PassportQueries passports, TermQueries terms) {
        this.desk = desk;
        this.writeToApplicant = writeToApplicant;
        this.passports = passports;
        this.terms = terms;
    }

    /** {@code text}: what is asked for, or what is wrong. */
    public record Command(Caller caller, UUID id, @Nullable String text) {}

    /** Asks a question, which a message or a document answers. */
    @Transactional
    public Application handle(Command command) {
        String text = text(command);
        Application before = desk.getToMove(command.caller, command.id);
        LocalDate dueBy = dueBy(before, Passport.Awaited.ANSWER);
        Application asked = desk.move(
                command.caller,
                before,
                (application, now) -> application.requestInformation(terms.today(), dueBy, now));
        writeToApplicant.ask(asked.id(), Message.Kind.INFORMATION_REQUEST, text);
        return asked;
    }

    /** Sends it back: the applicant changes form and attachments of the same application and submits it again. */
    @Transactional
    public Application sendBack(Command command) {
        String text = text(command);
        Application before = desk.getToMove(command.caller, command.id);
        LocalDate dueBy = dueBy(before, Passport.Awaited.CORRECTION);
        Application sentBack = desk.move(
                command.caller, before, (application, now) -> application.requireCorrection(terms.today(), dueBy, now));
        writeToApplicant.ask(sentBack.id(), Message.Kind.CORRECTION_REQUEST, text);
        return sentBack;
    }

    private LocalDate dueBy(Application application, Passport.Awaited awaited) {
        return terms.answerBy(
                passports.get(
                        application.service().code(), application.service().version()),
                awaited);
    }

    private static String text(Command command) {
        if (command.text == null || command.text.isBlank()) {
            throw Problem.invalid("/text", "required");
        }
        return command.text;
    }
}

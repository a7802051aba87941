package okno.application.processing;

import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.catalogue.TermQueries;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the applicant for more; the agency's term stops until the answer. */
@Component
public class RequestInformation {

    private final AgencyApplications desk;
    private final WriteToApplicant writeToApplicant;
    private final TermQueries terms;

    RequestInformation(AgencyApplications desk, WriteToApplicant writeToApplicant, TermQueries terms) {
        this.desk = desk;
        this.writeToApplicant = writeToApplicant;
        this.terms = terms;
    }

    public record Command(Caller caller, UUID id, @Nullable String text) {}

    @Transactional
    public Application handle(Command command) {
        if (command.text == null || command.text.isBlank()) {
            throw Problem.invalid("/text", "required");
        }
        Application before = desk.getToMove(command.caller, command.id);
        Application asked = desk.move(
                command.caller, before, (application, now) -> application.requestInformation(terms.today(), now));
        writeToApplicant.ask(asked.id(), command.text);
        return asked;
    }
}

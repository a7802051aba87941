package okno.application.processing;

import java.time.Clock;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Message;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Messages;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes to the applicant. */
@Component
public class WriteToApplicant {

    private final AgencyApplications desk;
    private final Messages messages;
    private final Audit audit;
    private final Clock clock;

    WriteToApplicant(AgencyApplications desk, Messages messages, Audit audit, Clock clock) {
        this.desk = desk;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(Caller caller, UUID id, String text) {}

    @Transactional
    public Message handle(Command command) {
        Application application = desk.get(command.caller, command.id);
        Message message = write(application.id(), command.text);
        audit.record(
                command.caller,
                AuditRecord.done(
                        "message.sent",
                        "message",
                        message.id(),
                        application.owner().personId(),
                        RecordStep.BASIS));
        return message;
    }

    /** A comment that goes with a step. */
    Message write(UUID applicationId, String text) {
        return insert(applicationId, Message.Kind.MESSAGE, text);
    }

    /** What the applicant has to answer, or to correct. */
    Message ask(UUID applicationId, Message.Kind kind, String text) {
        return insert(applicationId, kind, text);
    }

    private Message insert(UUID applicationId, Message.Kind kind, String text) {
        Message message = new Message(Ids.next(), applicationId, Side.AGENCY, kind, text, clock.instant());
        messages.insert(message);
        return message;
    }
}

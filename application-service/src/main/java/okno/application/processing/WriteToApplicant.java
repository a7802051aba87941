package okno.application.processing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Message;
import okno.application.casefile.domain.Side;
import okno.application.casefile.events.MessageSentV1;
import okno.application.casefile.persistence.Messages;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.messaging.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes to the applicant. */
@Component
public class WriteToApplicant {

    private final AgencyApplications desk;
    private final Messages messages;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    WriteToApplicant(AgencyApplications desk, Messages messages, Outbox outbox, Audit audit, Clock clock) {
        this.desk = desk;
        this.messages = messages;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(Caller caller, UUID id, String text) {}

    @Transactional
    public Message handle(Command command) {
        Application application = desk.get(command.caller, command.id);
        Message message = write(application.id(), command.text);
        outbox.append(MessageSentV1.of(application, message, application.version()));
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

    /**
     * The correspondence, oldest first, one more than the limit.
     *
     * @throws Problem not found when it is not on the caller's desk
     */
    @Transactional
    public List<Message> page(Caller caller, UUID id, int limit, @Nullable UUID after) {
        return messages.page(desk.read(caller, id).id(), limit, after);
    }

    /** A comment that goes with a step, whose own event tells of it. */
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

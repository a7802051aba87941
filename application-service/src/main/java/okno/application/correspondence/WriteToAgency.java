package okno.application.correspondence;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Lifecycle;
import okno.application.casefile.domain.Message;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Side;
import okno.application.casefile.events.MessageSentV1;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.Messages;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.messaging.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A message of the applicant; the answer, when the agency had asked. */
@Component
public class WriteToAgency {

    private final Applications applications;
    private final Messages messages;
    private final AnswerRequest answerRequest;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    WriteToAgency(
            Applications applications,
            Messages messages,
            AnswerRequest answerRequest,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.applications = applications;
        this.messages = messages;
        this.answerRequest = answerRequest;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(Caller caller, UUID id, String text) {}

    @Transactional
    public Message handle(Command command) {
        command.caller.requirePermission("applications.submit");
        Application application = applications.get(command.id, Owner.of(command.caller));
        if (!application.status().isWithAgency() || application.status().isFinal()) {
            throw Lifecycle.notAllowed(application.status(), Side.APPLICANT);
        }
        boolean answered = answerRequest.handle(command.caller, application);
        return keep(
                command,
                application,
                answered ? Message.Kind.ANSWER : Message.Kind.MESSAGE,
                application.version() + (answered ? 1 : 0));
    }

    /**
     * A remark of the applicant to an application that was submitted, at any time, after the decision too: it answers no
     * request and moves no term.
     */
    @Transactional
    public Message comment(Command command) {
        command.caller.requirePermission("applications.submit");
        Application application = applications.get(command.id, Owner.of(command.caller));
        if (application.filing() == null) {
            throw Lifecycle.notAllowed(application.status(), Side.APPLICANT);
        }
        return keep(command, application, Message.Kind.COMMENT, application.version());
    }

    private Message keep(Command command, Application application, Message.Kind kind, long version) {
        Message message =
                new Message(Ids.next(), application.id(), Side.APPLICANT, kind, command.text, clock.instant());
        messages.insert(message);
        outbox.append(MessageSentV1.of(application, message, version));
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

    /** The correspondence, oldest first, one more than the limit. */
    public List<Message> page(Caller caller, UUID id, int limit, @Nullable UUID after) {
        return messages.page(applications.get(id, Owner.readBy(caller)).id(), limit, after);
    }
}

package okno.notification.inbox;

import java.time.Clock;
import java.util.UUID;
import okno.notification.inbox.persistence.ReadMarks;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Marks one notification of a person as read or unread. */
@Service
public class MarkRead {

    private final ReadMarks marks;
    private final Clock clock;

    MarkRead(ReadMarks marks, Clock clock) {
        this.marks = marks;
        this.clock = clock;
    }

    /** The person's own notification. */
    public record Command(String personId, UUID id, boolean read) {}

    /** @throws Problem not found when the person has no such notification */
    @Transactional
    public void handle(Command command) {
        if (!marks.mark(command.personId(), command.id(), command.read(), clock.instant())) {
            throw Problem.notFound();
        }
    }
}

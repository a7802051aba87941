package okno.application.corrective;

import java.util.UUID;
import okno.application.catalogue.WordQueries;
import okno.application.catalogue.domain.References;
import okno.application.corrective.domain.CorrectiveAction;
import okno.application.corrective.domain.CorrectiveComment;
import okno.application.corrective.persistence.CorrectiveActions;
import okno.application.corrective.persistence.CorrectiveComments;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an agency does with a corrective action: an officer takes it, gives it back, remarks on it, and closes it with the
 * cause and what was done. The agency's own system may do all of it but take it.
 */
@Component
public class WorkOnCorrectiveAction {

    private final CorrectiveActions actions;
    private final CorrectiveComments comments;
    private final TellCorrectiveAction tell;
    private final WordQueries words;

    WorkOnCorrectiveAction(
            CorrectiveActions actions, CorrectiveComments comments, TellCorrectiveAction tell, WordQueries words) {
        this.actions = actions;
        this.comments = comments;
        this.tell = tell;
        this.words = words;
    }

    /** An action on the caller's desk. */
    public record Command(Caller caller, UUID id) {}

    /** @throws Problem {@code assigned_to_other}, {@code corrective_action_closed} (409) */
    @Transactional
    public CorrectiveAction take(Command command) {
        CorrectiveAction taken = get(command).take(command.caller.id());
        actions.save(taken);
        tell.done(command.caller, "taken", taken);
        return taken;
    }

    /** @throws Problem {@code not_in_your_hands}, {@code corrective_action_closed} (409) */
    @Transactional
    public CorrectiveAction release(Command command) {
        CorrectiveAction released = get(command).release(command.caller.id(), command.caller.has("client"));
        actions.save(released);
        tell.done(command.caller, "released", released);
        return released;
    }

    /** @throws Problem {@code corrective_action_closed} (409) */
    @Transactional
    public CorrectiveComment comment(Command command, String text) {
        CorrectiveAction action = get(command);
        action.requireOpen();
        CorrectiveComment comment =
                new CorrectiveComment(Ids.next(), action.id(), command.caller.id(), text, tell.now());
        comments.insert(comment);
        tell.done(command.caller, "commented", action);
        return comment;
    }

    /**
     * With a cause of the dictionary and what was done.
     *
     * @throws Problem at {@code /cause} (422) {@code cause_unknown}; {@code not_in_your_hands}, {@code
     *     corrective_action_closed} (409)
     */
    @Transactional
    public CorrectiveAction close(Command command, String cause, String measures) {
        CorrectiveAction action = get(command);
        if (words.today(References.CORRECTIVE_CAUSE, cause).isEmpty()) {
            throw Problem.invalid("/cause", "cause_unknown");
        }
        CorrectiveAction closed = action.close(
                command.caller.id(),
                command.caller.has("client"),
                new CorrectiveAction.Closure(cause, measures, tell.now()));
        actions.save(closed);
        tell.closed(command.caller, closed, cause);
        return closed;
    }

    private CorrectiveAction get(Command command) {
        return actions.get(command.id, CorrectiveActionQueries.agency(command.caller), command.caller.region());
    }
}

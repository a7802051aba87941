package okno.application.processing;

import java.util.List;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Decision;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moves many applications, each in a transaction of its own and with an outcome of its own. The same call again changes
 * nothing: what stands where it should is UNCHANGED.
 */
@Component
public class ChangeStatuses {

    private final AgencyApplications desk;
    private final ChangeStatus changeStatus;

    ChangeStatuses(AgencyApplications desk, ChangeStatus changeStatus) {
        this.desk = desk;
        this.changeStatus = changeStatus;
    }

    public record Command(Caller caller, List<ChangeStatus.Command> items) {}

    /** What became of one item; {@code problem} only when refused. */
    public record Outcome(
            UUID id,
            Result result,
            @Nullable ApplicationStatus status,
            @Nullable Problem problem) {}

    /** What became of it. */
    public enum Result {
        DONE,
        UNCHANGED,
        REFUSED
    }

    /**
     * One outcome for each item, in their order.
     *
     * @throws Problem {@code agency_missing} (403): who has no desk has no items on it
     */
    public List<Outcome> handle(Command command) {
        Desk.of(command.caller);
        return command.items.stream().map(this::outcome).toList();
    }

    private Outcome outcome(ChangeStatus.Command item) {
        try {
            Application before = desk.get(item.caller(), item.id());
            if (isThere(before, item.target())) {
                return new Outcome(item.id(), Result.UNCHANGED, before.status(), null);
            }
            return new Outcome(item.id(), Result.DONE, changeStatus.handle(item).status(), null);
        } catch (Problem refused) {
            return new Outcome(item.id(), Result.REFUSED, null, refused);
        }
    }

    /** An approval whose result lay ready has gone on to COMPLETED by itself. */
    private static boolean isThere(Application application, ApplicationStatus target) {
        Decision decision = application.decision();
        return application.status() == target
                || (target == ApplicationStatus.APPROVED
                        && application.status() == ApplicationStatus.COMPLETED
                        && decision != null
                        && decision.verdict() == Decision.Verdict.APPROVED);
    }
}

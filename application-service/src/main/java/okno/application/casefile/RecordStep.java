package okno.application.casefile;

import java.time.ZoneOffset;
import java.util.Locale;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Decision;
import okno.application.casefile.domain.Lifecycle;
import okno.application.casefile.domain.RefundGround;
import okno.application.casefile.domain.Representative;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.Histories;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a step wherever a step must be kept: the application itself, its history, the event for other services, the
 * audit journal; all in the caller's transaction.
 */
@Component
public class RecordStep {

    /** Services are provided, and applications read, under the law on state services. */
    public static final String BASIS = "210-FZ";

    private final Applications applications;
    private final Histories histories;
    private final AnnounceStep announceStep;
    private final FollowTerm followTerm;
    private final OweRefund oweRefund;
    private final Audit audit;

    RecordStep(
            Applications applications,
            Histories histories,
            AnnounceStep announceStep,
            FollowTerm followTerm,
            OweRefund oweRefund,
            Audit audit) {
        this.applications = applications;
        this.histories = histories;
        this.announceStep = announceStep;
        this.followTerm = followTerm;
        this.oweRefund = oweRefund;
        this.audit = audit;
    }

    /** A step that a caller took. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(Caller caller, Application before, Application after) {
        keep(before, after, Representative.of(caller));
        audit.record(caller, entry(after));
    }

    /** A step that followed from an event or a rule. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(String component, Application before, Application after) {
        keep(before, after, null);
        audit.record(component, entry(after));
    }

    /** Another officer's now, by whoever gave it out; not a step, so that it has no line in the history. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void assigned(Caller caller, Application before, Application after) {
        applications.save(after);
        announceStep.assigned(after, caller.id().equals(after.assignee()));
        audit.record(caller, entry(before.assignee() == null ? "assigned" : "handed_over", after));
    }

    private void keep(Application before, Application after, @Nullable Representative representative) {
        // First the row and its lock: the order of history and events per application follows from it.
        applications.save(after);
        Lifecycle.Transition row = Lifecycle.between(before.status(), after.status());
        Decision decision = after.decision();
        histories.append(
                after.id(),
                before.status(),
                after.status(),
                row.side(),
                decision == null ? after.cancelReason() : decision.reasonCode(),
                representative,
                after.updatedAt().atOffset(ZoneOffset.UTC));
        announceStep.handle(before.status(), after);
        followTerm.handle(row.term(), after);
        if (before.assignee() == null && after.assignee() != null) {
            announceStep.assigned(after, false);
            audit.record("application-service", entry("assigned", after));
        }
        if (row.refunds()) {
            oweRefund.handle(after, RefundGround.WITHDRAWN);
        }
    }

    private static AuditRecord entry(Application after) {
        return entry(after.status().name().toLowerCase(Locale.ROOT), after);
    }

    private static AuditRecord entry(String done, Application after) {
        return AuditRecord.done(
                "application." + done, "application", after.id(), after.owner().personId(), BASIS);
    }
}

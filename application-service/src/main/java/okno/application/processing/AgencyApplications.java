package okno.application.processing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Handling;
import okno.application.casefile.persistence.Applications;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Processing;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The applications on the caller's desk: reading one, and moving one. */
@Component
class AgencyApplications {

    private final Applications applications;
    private final PassportQueries passports;
    private final RecordStep recordStep;
    private final Audit audit;
    private final Clock clock;

    AgencyApplications(
            Applications applications, PassportQueries passports, RecordStep recordStep, Audit audit, Clock clock) {
        this.applications = applications;
        this.passports = passports;
        this.recordStep = recordStep;
        this.audit = audit;
        this.clock = clock;
    }

    /** Not on the desk: not found. */
    Application get(Caller caller, UUID id) {
        Desk desk = Desk.of(caller);
        return applications.get(id, desk.agency(), desk.region());
    }

    /**
     * The same, to do something with it.
     *
     * @throws Problem {@code decided_by_register} when the service needs no officer: a step of the agency would take the
     *     application away from the register that is about to answer
     */
    Application getToMove(Caller caller, UUID id) {
        Application application = get(caller, id);
        Passport passport = passports.get(
                application.service().code(), application.service().version());
        if (passport.processing().decidedBy() == Processing.DecidedBy.REGISTER) {
            throw new Problem(ProblemKind.CONFLICT, "decided_by_register").with("allowed", List.of());
        }
        return application;
    }

    /** For the eyes of the agency; the journal shows the applicant who looked. */
    @Transactional
    public Application read(Caller caller, UUID id) {
        Application application = get(caller, id);
        audit.record(
                caller,
                AuditRecord.done(
                        "application.read",
                        "application",
                        id,
                        application.owner().personId(),
                        RecordStep.BASIS));
        return application;
    }

    /**
     * Nobody judges their own refusal a second time. Machines decide in the name of the agency, not in their own.
     *
     * @throws Problem {@code refusal_was_void} (409)
     */
    static void requireNotBarred(Caller caller, Application application) {
        if (caller.has("officer") && application.handling().barred().contains(caller.id())) {
            throw new Problem(ProblemKind.CONFLICT, "refusal_was_void");
        }
    }

    /** Keeps what one officer would decide, until a second one agrees. */
    Application propose(Caller caller, Application before, Function<Instant, Handling.Proposal> proposal) {
        Instant now = clock.instant();
        Application proposed = before.propose(proposal.apply(now), now);
        applications.save(proposed);
        audit.record(
                caller,
                AuditRecord.done(
                        "decision.proposed",
                        "application",
                        proposed.id(),
                        proposed.owner().personId(),
                        RecordStep.BASIS));
        return proposed;
    }

    /** Takes one step; called in the transaction of a use case. */
    Application move(Caller caller, Application before, BiFunction<Application, Instant, Application> step) {
        Application after = step.apply(before, clock.instant());
        recordStep.handle(caller, before, after);
        return after;
    }
}

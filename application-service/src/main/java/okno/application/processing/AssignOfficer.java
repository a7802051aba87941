package okno.application.processing;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.persistence.Applications;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.processing.persistence.Officers;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says which officer works on an application: the one named, the caller when none is named, or whoever has least to do.
 * What an officer has in hand only they hand over, or the agency's own system.
 */
@Component
public class AssignOfficer {

    private final AgencyApplications desk;
    private final Applications applications;
    private final Officers officers;
    private final PassportQueries passports;
    private final Audit audit;
    private final Clock clock;

    AssignOfficer(
            AgencyApplications desk,
            Applications applications,
            Officers officers,
            PassportQueries passports,
            Audit audit,
            Clock clock) {
        this.desk = desk;
        this.applications = applications;
        this.officers = officers;
        this.passports = passports;
        this.audit = audit;
        this.clock = clock;
    }

    /** How the officer is found. */
    public enum Mode {
        MANUAL,
        LEAST_LOADED,
        /** Least loaded of those whose skills name the service or its category. */
        BY_SKILL
    }

    /** {@code officerId} matters only when MANUAL. */
    public record Command(
            Caller caller, UUID id, Mode mode, @Nullable String officerId) {}

    /**
     * The application in the officer's hands.
     *
     * @throws Problem {@code assigned_to_other} when another officer has it; {@code no_officer_free} when nobody fits
     */
    @Transactional
    public Application handle(Command command) {
        Application before = desk.getToMove(command.caller, command.id);
        String present = before.assignee();
        boolean mayHandOver = present == null || present.equals(command.caller.id()) || command.caller.has("client");
        if (!mayHandOver) {
            throw new Problem(ProblemKind.CONFLICT, "assigned_to_other");
        }
        Application assigned = before.assign(officer(command, before), clock.instant());
        applications.save(assigned);
        audit.record(
                command.caller,
                AuditRecord.done(
                        present == null ? "application.assigned" : "application.handed_over",
                        "application",
                        assigned.id(),
                        assigned.owner().personId(),
                        RecordStep.BASIS));
        return assigned;
    }

    private String officer(Command command, Application application) {
        return switch (command.mode) {
            case MANUAL -> command.officerId == null ? command.caller.id() : command.officerId;
            case LEAST_LOADED -> leastLoaded(application, null);
            case BY_SKILL -> {
                Passport passport = passports.get(
                        application.service().code(), application.service().version());
                yield leastLoaded(application, Set.of(passport.code(), passport.category()));
            }
        };
    }

    private String leastLoaded(Application application, @Nullable Set<String> skills) {
        return officers.leastLoaded(application, skills)
                .orElseThrow(() -> new Problem(ProblemKind.CONFLICT, "no_officer_free"));
    }
}

package okno.application.processing;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.persistence.OfficerLoads;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.processing.domain.Officer;
import okno.application.processing.persistence.Officers;
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
    private final Officers officers;
    private final OfficerLoads loads;
    private final PassportQueries passports;
    private final RecordStep recordStep;
    private final Clock clock;

    AssignOfficer(
            AgencyApplications desk,
            Officers officers,
            OfficerLoads loads,
            PassportQueries passports,
            RecordStep recordStep,
            Clock clock) {
        this.desk = desk;
        this.officers = officers;
        this.loads = loads;
        this.passports = passports;
        this.recordStep = recordStep;
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
     * @throws Problem {@code refusal_was_void} (409, at {@code /officerId} 422) when the officer's refusal of it was made
     *     void; {@code assigned_to_other} (409) when another officer has it; {@code no_officer_free} (409) when
     *     nobody fits; at {@code /officerId} (422) {@code officer_unknown} when the agency has no such officer,
     *     {@code officer_elsewhere} when they work for another unit or region, {@code officer_away}
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
        recordStep.assigned(command.caller, before, assigned);
        return assigned;
    }

    private String officer(Command command, Application application) {
        return switch (command.mode) {
            case MANUAL -> named(command, application);
            case LEAST_LOADED -> leastLoaded(application, null);
            case BY_SKILL -> {
                Passport passport = passports.get(
                        application.service().code(), application.service().version());
                yield leastLoaded(application, Set.of(passport.code(), passport.category()));
            }
        };
    }

    /** Who takes it themselves has shown by their token where they work. */
    private String named(Command command, Application application) {
        String wanted = command.officerId == null ? command.caller.id() : command.officerId;
        if (wanted.equals(command.caller.id()) && command.caller.has("officer")) {
            AgencyApplications.requireNotBarred(command.caller, application);
            return wanted;
        }
        if (application.handling().barred().contains(wanted)) {
            throw Problem.invalid("/officerId", "refusal_was_void");
        }
        Officer officer = officers.find(application.service().agency(), wanted)
                .orElseThrow(() -> Problem.invalid("/officerId", "officer_unknown"));
        if (!officer.worksFor(application.handling().unit(), application.region())) {
            throw Problem.invalid("/officerId", "officer_elsewhere");
        }
        if (!officer.available()) {
            throw Problem.invalid("/officerId", "officer_away");
        }
        return officer.id();
    }

    private String leastLoaded(Application application, @Nullable Set<String> skills) {
        return loads.leastLoaded(application, skills)
                .orElseThrow(() -> new Problem(ProblemKind.CONFLICT, "no_officer_free"));
    }
}

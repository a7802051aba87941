package okno.application.submission;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Step;
import okno.application.casefile.persistence.Applications;
import okno.application.catalogue.PassportQueries;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an application back before it is decided; a duty paid for nothing is due back. */
@Component
public class WithdrawApplication {

    private final Applications applications;
    private final PassportQueries passports;
    private final RecordStep recordStep;
    private final Clock clock;

    WithdrawApplication(Applications applications, PassportQueries passports, RecordStep recordStep, Clock clock) {
        this.applications = applications;
        this.passports = passports;
        this.recordStep = recordStep;
        this.clock = clock;
    }

    public record Command(Caller caller, UUID id) {}

    @Transactional
    public Application handle(Command command) {
        command.caller.requirePermission("applications.submit");
        Application before = applications.get(command.id, Owner.of(command.caller));
        if (!passports
                .get(before.service().code(), before.service().version())
                .allows(before.status().name(), Step.WITHDRAW.name())) {
            throw new Problem(ProblemKind.CONFLICT, "withdrawal_not_allowed").with("allowed", List.of());
        }
        Application withdrawn = before.withdraw(clock.instant());
        recordStep.handle(command.caller, before, withdrawn);
        return withdrawn;
    }
}

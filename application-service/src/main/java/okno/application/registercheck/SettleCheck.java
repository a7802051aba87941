package okno.application.registercheck;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.persistence.Applications;
import okno.application.registercheck.domain.PostponedCheck;
import okno.application.registercheck.persistence.RegisterCheckRows;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a register said of a check that was put off. */
@Component
class SettleCheck {

    private static final String COMPONENT = "application-service";

    private final RegisterCheckRows rows;
    private final Applications applications;
    private final Audit audit;
    private final Clock clock;

    SettleCheck(RegisterCheckRows rows, Applications applications, Audit audit, Clock clock) {
        this.rows = rows;
        this.applications = applications;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void handle(PostponedCheck check, Application application, PostponedCheck.State state) {
        Instant now = clock.instant();
        // A new version, so that nobody at the agency goes on with a copy from before. Whoever wrote meanwhile makes
        // this one try again.
        applications.save(application.touched(now));
        if (rows.settle(check.id(), state, now)) {
            audit.record(
                    COMPONENT,
                    AuditRecord.done(
                            "application.register_check_" + state.name().toLowerCase(Locale.ROOT),
                            "application",
                            application.id(),
                            application.owner().personId(),
                            RecordStep.BASIS));
        }
    }
}

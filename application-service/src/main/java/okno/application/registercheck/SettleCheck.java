package okno.application.registercheck;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.persistence.Applications;
import okno.application.registercheck.domain.PostponedCheck;
import okno.application.registercheck.events.RegisterCheckAnsweredV1;
import okno.application.registercheck.persistence.RegisterCheckRows;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a register said of a check that was put off, and tells the agency's systems. */
@Component
class SettleCheck {

    private static final String COMPONENT = "application-service";

    private final RegisterCheckRows rows;
    private final Applications applications;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    SettleCheck(RegisterCheckRows rows, Applications applications, Outbox outbox, Audit audit, Clock clock) {
        this.rows = rows;
        this.applications = applications;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void handle(PostponedCheck check, Application application, PostponedCheck.State state) {
        Instant now = clock.instant();
        // A new version, so that nobody at the agency goes on with a copy from before. Whoever wrote meanwhile makes
        // this one try again.
        Application touched = application.touched(now);
        applications.save(touched);
        if (rows.settle(check.id(), state, now)) {
            rows.reflect(application.id());
            outbox.append(RegisterCheckAnsweredV1.of(touched, check.code(), state, now));
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

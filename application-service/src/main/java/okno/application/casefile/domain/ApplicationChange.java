package okno.application.casefile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The next version of an application while it is put together. */
final class ApplicationChange {

    private final Application before;
    private final Instant now;
    private ApplicationStatus status;
    private @Nullable Filing filing;
    private @Nullable Duty duty;
    private @Nullable Decision decision;
    private @Nullable RegisterRecord record;
    private @Nullable String assignee;

    ApplicationChange(Application before, Instant now) {
        this.before = before;
        this.now = now;
        this.status = before.status();
        this.filing = before.filing();
        this.duty = before.duty();
        this.decision = before.decision();
        this.record = before.record();
        this.assignee = before.assignee();
    }

    ApplicationChange status(ApplicationStatus to) {
        status = to;
        return this;
    }

    ApplicationChange filing(@Nullable Filing to) {
        filing = to;
        return this;
    }

    ApplicationChange duty(@Nullable Duty to) {
        duty = to;
        return this;
    }

    ApplicationChange decision(Decision to) {
        decision = to;
        return this;
    }

    ApplicationChange record(RegisterRecord to) {
        record = to;
        return this;
    }

    ApplicationChange assignee(String to) {
        assignee = to;
        return this;
    }

    Application build() {
        return new Application(
                before.id(),
                before.version() + 1,
                before.service(),
                before.owner(),
                before.region(),
                status,
                filing,
                duty,
                decision,
                record,
                assignee,
                before.signatureId(),
                before.createdAt(),
                now);
    }
}

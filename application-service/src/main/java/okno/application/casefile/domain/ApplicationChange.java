package okno.application.casefile.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
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
    private Handling handling;
    private @Nullable LocalDate answerBy;
    private @Nullable String cancelReason;

    ApplicationChange(Application before, Instant now) {
        this.before = before;
        this.now = now;
        this.status = before.status();
        this.filing = before.filing();
        this.duty = before.duty();
        this.decision = before.decision();
        this.record = before.record();
        this.handling = before.handling();
        this.answerBy = before.answerBy();
        this.cancelReason = before.cancelReason();
    }

    /** Along a row of the table; what the applicant was to answer by belongs to the status left. */
    ApplicationChange along(Lifecycle.Transition row) {
        status = row.to();
        answerBy = null;
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

    ApplicationChange undecided() {
        decision = null;
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

    ApplicationChange handling(UnaryOperator<Handling> change) {
        handling = change.apply(handling);
        return this;
    }

    ApplicationChange answerBy(LocalDate to) {
        answerBy = to;
        return this;
    }

    ApplicationChange cancelReason(String to) {
        cancelReason = to;
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
                handling,
                answerBy,
                cancelReason,
                before.signatureId(),
                before.createdAt(),
                now);
    }
}

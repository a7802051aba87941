package okno.application.casefile.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.platform.core.Money;
import okno.platform.core.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * An application for a service. Every method returns the application after a change, one version later; a change that
 * the {@link Lifecycle} does not know is refused with {@code transition_not_allowed}.
 *
 * @param version grows with every change of the application or of what lies in its file
 * @param region two-digit region code; null: the service knows no regions
 * @param filing null until submitted
 * @param duty null when free of charge or not asked for yet
 * @param decision null until decided
 * @param record null unless a register made one
 * @param assignee id of the officer who works on it
 * @param signatureId the signature it was submitted with
 */
public record Application(
        UUID id,
        long version,
        ServiceRef service,
        Owner owner,
        @Nullable String region,
        ApplicationStatus status,
        @Nullable Filing filing,
        @Nullable Duty duty,
        @Nullable Decision decision,
        @Nullable RegisterRecord record,
        @Nullable String assignee,
        @Nullable UUID signatureId,
        Instant createdAt,
        Instant updatedAt) {

    public static Application draft(UUID id, ServiceRef service, Owner owner, Instant now) {
        return new Application(
                id, 1, service, owner, null, ApplicationStatus.DRAFT, null, null, null, null, null, null, now, now);
    }

    /** Its form or papers changed, the status did not. */
    public Application touched(Instant now) {
        return change(now).build();
    }

    public Application inRegion(@Nullable String code) {
        return new Application(
                id,
                version,
                service,
                owner,
                code,
                status,
                filing,
                duty,
                decision,
                record,
                assignee,
                signatureId,
                createdAt,
                updatedAt);
    }

    public Application signedWith(@Nullable UUID signature) {
        return new Application(
                id, version, service, owner, region, status, filing, duty, decision, record, assignee, signature,
                createdAt, updatedAt);
    }

    /** Submitted as far as the applicant goes, but the duty must be paid first. */
    public Application awaitPayment(Money amount, Instant now) {
        return step(Step.SUBMIT_AND_PAY, now).duty(new Duty(amount, null, null)).build();
    }

    /** Submitted, free of charge. */
    public Application submit(ApplicationNumber number, LocalDate expectedCompletionDate, Instant now) {
        return step(Step.SUBMIT, now)
                .filing(new Filing(number, now, expectedCompletionDate, null))
                .build();
    }

    /** Submitted by the payment of its duty. */
    public Application submitPaid(ApplicationNumber number, LocalDate expectedCompletionDate, String uin, Instant now) {
        return step(Step.PAY, now)
                .duty(paid(uin, now))
                .filing(new Filing(number, now, expectedCompletionDate, null))
                .build();
    }

    /** The charge for its duty exists. */
    public Application charged(String uin, Instant now) {
        return duty == null
                ? this
                : change(now).duty(new Duty(duty.amount(), uin, duty.paidAt())).build();
    }

    /** The duty was paid although the application no longer waits for it: the money is to be given back. */
    public Application paidTooLate(String uin, Instant now) {
        return duty == null ? this : change(now).duty(paid(uin, now)).build();
    }

    /** A duty was asked for and is not paid. */
    public boolean owesDuty() {
        return duty != null && !duty.isPaid();
    }

    public Application receive(Instant now) {
        return step(Step.RECEIVE, now).build();
    }

    public Application review(Instant now) {
        return step(Step.REVIEW, now).build();
    }

    /** The officer who works on it; possible while the agency has something to do. */
    public Application assign(String officer, Instant now) {
        if (!status.isWithAgency() || status.isFinal()) {
            throw Lifecycle.notAllowed(status, Side.AGENCY);
        }
        return change(now).assignee(officer).build();
    }

    /** The agency asks for more; its term stops. */
    public Application requestInformation(LocalDate today, Instant now) {
        ApplicationChange change = step(Step.REQUEST_INFORMATION, now);
        return change.filing(filing == null ? null : filing.pause(today)).build();
    }

    /** The applicant has answered; the agency's term goes on. */
    public Application answer(LocalDate today, WorkingCalendar calendar, Instant now) {
        ApplicationChange change = step(Step.ANSWER, now);
        return change.filing(filing == null ? null : filing.resume(today, calendar))
                .build();
    }

    public Application decide(Decision made, Instant now) {
        Step step = made.verdict() == Decision.Verdict.APPROVED ? Step.APPROVE : Step.REJECT;
        return step(step, now).decision(made).build();
    }

    /** What was applied for is delivered by the agency. */
    public Application deliver(Instant now) {
        return step(Step.DELIVER, now).build();
    }

    /** What was applied for is the record that a register made. */
    public Application deliver(RegisterRecord made, Instant now) {
        return step(Step.DELIVER, now).record(made).build();
    }

    /** Decided and delivered by the answer of a register, without an officer. */
    public Application fulfilByRegister(Instant now) {
        return step(Step.FULFIL_BY_REGISTER, now)
                .decision(new Decision(Decision.Verdict.APPROVED, null, null, now))
                .build();
    }

    public Application refuseByRegister(String reasonCode, Instant now) {
        return step(Step.REFUSE_BY_REGISTER, now)
                .decision(new Decision(Decision.Verdict.REJECTED, reasonCode, null, now))
                .build();
    }

    public Application withdraw(Instant now) {
        return step(Step.WITHDRAW, now).build();
    }

    private ApplicationChange step(Step step, Instant now) {
        return change(now).status(Lifecycle.after(status, step));
    }

    private ApplicationChange change(Instant now) {
        return new ApplicationChange(this, now);
    }

    private @Nullable Duty paid(String uin, Instant now) {
        return duty == null ? null : new Duty(duty.amount(), uin, now);
    }
}

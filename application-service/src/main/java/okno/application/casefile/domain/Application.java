package okno.application.casefile.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.application.catalogue.domain.Term;
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
 * @param answerBy last day on which the applicant may do what is asked: pay, answer, correct; null: nothing is asked
 * @param cancelReason why it was cancelled by rule: {@code not_paid}, {@code not_answered}, {@code not_corrected}
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
        Handling handling,
        @Nullable LocalDate answerBy,
        @Nullable String cancelReason,
        @Nullable UUID signatureId,
        Instant createdAt,
        Instant updatedAt) {

    public static Application draft(UUID id, ServiceRef service, Owner owner, Instant now) {
        return new Application(
                id,
                1,
                service,
                owner,
                null,
                ApplicationStatus.DRAFT,
                null,
                null,
                null,
                null,
                Handling.NOBODY,
                null,
                null,
                null,
                now,
                now);
    }

    /** Its form or papers changed, the status did not. */
    public Application touched(Instant now) {
        return change(now).build();
    }

    /** Where the form puts it, and the unit of the agency that works there. */
    public Application routedTo(@Nullable String code, @Nullable String unit) {
        return copy(code, handling.in(unit), signatureId);
    }

    /** The officer who gets it with its submission. */
    public Application inHandsOf(String officer) {
        return copy(region, handling.by(officer), signatureId);
    }

    public Application signedWith(@Nullable UUID signature) {
        return copy(region, handling, signature);
    }

    private Application copy(@Nullable String inRegion, Handling handledBy, @Nullable UUID signature) {
        return new Application(
                id,
                version,
                service,
                owner,
                inRegion,
                status,
                filing,
                duty,
                decision,
                record,
                handledBy,
                answerBy,
                cancelReason,
                signature,
                createdAt,
                updatedAt);
    }

    public @Nullable String assignee() {
        return handling.assignee();
    }

    /** Submitted as far as the applicant goes, but the duty must be paid first. */
    public Application awaitPayment(Money amount, LocalDate payBy, Instant now) {
        return step(Step.SUBMIT_AND_PAY, now)
                .duty(new Duty(amount, null, null))
                .answerBy(payBy)
                .build();
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
        return change(now).handling(handling -> handling.by(officer)).build();
    }

    /** The agency asks for more; its term stops. */
    public Application requestInformation(LocalDate today, LocalDate dueBy, Instant now) {
        return waitForApplicant(Step.REQUEST_INFORMATION, today, dueBy, now);
    }

    /** The agency sends it back to be corrected; its term stops. */
    public Application requireCorrection(LocalDate today, LocalDate dueBy, Instant now) {
        return waitForApplicant(Step.REQUIRE_CORRECTION, today, dueBy, now);
    }

    /** The applicant has answered; the agency's term goes on. */
    public Application answer(LocalDate today, Term.Unit unit, WorkingCalendar calendar, Instant now) {
        return goOn(Step.ANSWER, today, unit, calendar, now);
    }

    /** The applicant has corrected it; the agency's term goes on. */
    public Application correct(LocalDate today, Term.Unit unit, WorkingCalendar calendar, Instant now) {
        return goOn(Step.CORRECT, today, unit, calendar, now);
    }

    /**
     * What one officer would decide; a second one has to agree.
     *
     * @throws Problem {@code transition_not_allowed} where a decision would be out of turn
     */
    public Application propose(Handling.Proposal proposal, Instant now) {
        Lifecycle.transition(status, stepOf(proposal.verdict()));
        return change(now).handling(handling -> handling.proposing(proposal)).build();
    }

    public Application decide(Decision made, Instant now) {
        return step(stepOf(made.verdict()), now)
                .decision(made)
                .handling(handling -> handling.decided(made.verdict()))
                .build();
    }

    /**
     * Cancelled by rule: the applicant's term is over.
     *
     * @param today the first day after the term, or later
     */
    public Application cancel(LocalDate today, Instant now) {
        ApplicationChange change = step(Step.CANCEL, now);
        if (answerBy == null || !today.isAfter(answerBy)) {
            throw new IllegalStateException("the applicant of " + id + " still has time");
        }
        return change.cancelReason(cancelReasonIn(status)).build();
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

    /**
     * The refusal is void: it is to be decided anew, by another officer than the one who had refused.
     *
     * @param last last day of the new term
     */
    public Application reopen(LocalDate last, Instant now) {
        ApplicationChange change = step(Step.REOPEN, now);
        return change.undecided()
                .filing(filing == null ? null : filing.until(last))
                .handling(handling -> handling.anew(decision))
                .build();
    }

    public Application withdraw(Instant now) {
        return step(Step.WITHDRAW, now).build();
    }

    private Application waitForApplicant(Step step, LocalDate today, LocalDate dueBy, Instant now) {
        ApplicationChange change = step(step, now);
        return change.filing(filing == null ? null : filing.pause(today))
                .answerBy(dueBy)
                .handling(handling -> handling.proposing(null))
                .build();
    }

    private Application goOn(Step step, LocalDate today, Term.Unit unit, WorkingCalendar calendar, Instant now) {
        ApplicationChange change = step(step, now);
        return change.filing(filing == null ? null : filing.resume(today, unit, calendar))
                .build();
    }

    private ApplicationChange step(Step step, Instant now) {
        return change(now).along(Lifecycle.transition(status, step));
    }

    private ApplicationChange change(Instant now) {
        return new ApplicationChange(this, now);
    }

    private @Nullable Duty paid(String uin, Instant now) {
        return duty == null ? null : new Duty(duty.amount(), uin, now);
    }

    private static Step stepOf(Decision.Verdict verdict) {
        return verdict == Decision.Verdict.APPROVED ? Step.APPROVE : Step.REJECT;
    }

    private static String cancelReasonIn(ApplicationStatus status) {
        return switch (status) {
            case AWAITING_PAYMENT -> "not_paid";
            case CORRECTION_REQUIRED -> "not_corrected";
            default -> "not_answered";
        };
    }
}

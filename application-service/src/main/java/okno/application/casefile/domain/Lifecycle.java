package okno.application.casefile.domain;

import static okno.application.casefile.domain.ApplicationStatus.APPROVED;
import static okno.application.casefile.domain.ApplicationStatus.AWAITING_PAYMENT;
import static okno.application.casefile.domain.ApplicationStatus.CANCELLED;
import static okno.application.casefile.domain.ApplicationStatus.COMPLETED;
import static okno.application.casefile.domain.ApplicationStatus.CORRECTION_REQUIRED;
import static okno.application.casefile.domain.ApplicationStatus.DRAFT;
import static okno.application.casefile.domain.ApplicationStatus.INFO_REQUESTED;
import static okno.application.casefile.domain.ApplicationStatus.IN_REVIEW;
import static okno.application.casefile.domain.ApplicationStatus.RECEIVED;
import static okno.application.casefile.domain.ApplicationStatus.REJECTED;
import static okno.application.casefile.domain.ApplicationStatus.SUBMITTED;
import static okno.application.casefile.domain.ApplicationStatus.WITHDRAWN;
import static okno.application.casefile.domain.Guard.ANSWER_OVERDUE;
import static okno.application.casefile.domain.Guard.CHECKS_ANSWERED;
import static okno.application.casefile.domain.Guard.COMPLAINT_UPHELD;
import static okno.application.casefile.domain.Guard.DUTY_PAID;
import static okno.application.casefile.domain.Guard.GROUND_KNOWN;
import static okno.application.casefile.domain.Guard.PASSPORT_ALLOWS;
import static okno.application.casefile.domain.Guard.READY;
import static okno.application.casefile.domain.Guard.REGISTER_ANSWERED;
import static okno.application.casefile.domain.Guard.RESULT_READY;
import static okno.application.casefile.domain.Guard.SECOND_OFFICER;
import static okno.application.casefile.domain.Guard.TEXT_GIVEN;
import static okno.application.casefile.domain.Side.AGENCY;
import static okno.application.casefile.domain.Side.APPLICANT;
import static okno.application.casefile.domain.Side.SYSTEM;
import static okno.application.casefile.domain.TermEffect.ENDS;
import static okno.application.casefile.domain.TermEffect.NONE;
import static okno.application.casefile.domain.TermEffect.RESTARTS;
import static okno.application.casefile.domain.TermEffect.RESUMES;
import static okno.application.casefile.domain.TermEffect.STARTS;
import static okno.application.casefile.domain.TermEffect.STOPS;

import java.util.List;
import java.util.Optional;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;

/** The whole life of an application as one table; drawn in {@code docs/states/application.md}. */
public final class Lifecycle {

    /** Every status change there is. */
    public static final List<Transition> TABLE = List.of(
            row(DRAFT, Step.SUBMIT, APPLICANT, SUBMITTED, STARTS, READY),
            row(DRAFT, Step.SUBMIT_AND_PAY, APPLICANT, AWAITING_PAYMENT, NONE, READY),
            row(AWAITING_PAYMENT, Step.PAY, APPLICANT, SUBMITTED, STARTS, DUTY_PAID),
            row(SUBMITTED, Step.RECEIVE, AGENCY, RECEIVED, NONE),
            row(RECEIVED, Step.REVIEW, AGENCY, IN_REVIEW, NONE),
            row(IN_REVIEW, Step.REQUEST_INFORMATION, AGENCY, INFO_REQUESTED, STOPS, TEXT_GIVEN),
            row(INFO_REQUESTED, Step.ANSWER, APPLICANT, IN_REVIEW, RESUMES),
            row(IN_REVIEW, Step.REQUIRE_CORRECTION, AGENCY, CORRECTION_REQUIRED, STOPS, TEXT_GIVEN),
            row(CORRECTION_REQUIRED, Step.CORRECT, APPLICANT, IN_REVIEW, RESUMES, READY),
            row(IN_REVIEW, Step.APPROVE, AGENCY, APPROVED, NONE, CHECKS_ANSWERED, SECOND_OFFICER),
            row(IN_REVIEW, Step.REJECT, AGENCY, REJECTED, ENDS, GROUND_KNOWN, SECOND_OFFICER),
            row(APPROVED, Step.DELIVER, AGENCY, COMPLETED, ENDS, RESULT_READY),
            row(SUBMITTED, Step.FULFIL_BY_REGISTER, SYSTEM, COMPLETED, ENDS, REGISTER_ANSWERED),
            row(SUBMITTED, Step.REFUSE_BY_REGISTER, SYSTEM, REJECTED, ENDS, REGISTER_ANSWERED, GROUND_KNOWN),
            row(REJECTED, Step.REOPEN, SYSTEM, IN_REVIEW, RESTARTS, COMPLAINT_UPHELD),
            row(AWAITING_PAYMENT, Step.WITHDRAW, APPLICANT, WITHDRAWN, NONE, PASSPORT_ALLOWS),
            // Tax Code art. 333.40 p. 1 (4): the duty goes back to who gives up before the agency took the case in
            // hand.
            row(SUBMITTED, Step.WITHDRAW, APPLICANT, WITHDRAWN, ENDS, PASSPORT_ALLOWS)
                    .refunding(),
            row(RECEIVED, Step.WITHDRAW, APPLICANT, WITHDRAWN, ENDS, PASSPORT_ALLOWS),
            row(IN_REVIEW, Step.WITHDRAW, APPLICANT, WITHDRAWN, ENDS, PASSPORT_ALLOWS),
            row(INFO_REQUESTED, Step.WITHDRAW, APPLICANT, WITHDRAWN, ENDS, PASSPORT_ALLOWS),
            row(CORRECTION_REQUIRED, Step.WITHDRAW, APPLICANT, WITHDRAWN, ENDS, PASSPORT_ALLOWS),
            row(AWAITING_PAYMENT, Step.CANCEL, SYSTEM, CANCELLED, NONE, ANSWER_OVERDUE),
            row(INFO_REQUESTED, Step.CANCEL, SYSTEM, CANCELLED, ENDS, ANSWER_OVERDUE),
            row(CORRECTION_REQUIRED, Step.CANCEL, SYSTEM, CANCELLED, ENDS, ANSWER_OVERDUE));

    private Lifecycle() {}

    /**
     * One status change.
     *
     * @param side who may make it
     * @param term what it does to the agency's term
     * @param guards what must hold besides the status
     * @param refunds a duty that was paid is due back
     */
    public record Transition(
            ApplicationStatus from,
            Step step,
            Side side,
            ApplicationStatus to,
            TermEffect term,
            List<Guard> guards,
            boolean refunds) {

        private Transition refunding() {
            return new Transition(from, step, side, to, term, guards, true);
        }
    }

    /**
     * The row of a step.
     *
     * @throws Problem {@code transition_not_allowed} with {@code allowed}, the steps that the same side may take now
     */
    public static Transition transition(ApplicationStatus from, Step step) {
        return TABLE.stream()
                .filter(row -> row.from == from && row.step == step)
                .findFirst()
                .orElseThrow(() -> notAllowed(from, sideOf(step)));
    }

    /** The row between two statuses that follow each other. */
    public static Transition between(ApplicationStatus from, ApplicationStatus to) {
        return TABLE.stream()
                .filter(row -> row.from == from && row.to == to)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(from + " never becomes " + to));
    }

    /** The step of a side that leads to a status, if there is one. */
    public static Optional<Step> stepTo(ApplicationStatus from, ApplicationStatus to, Side side) {
        return TABLE.stream()
                .filter(row -> row.from == from && row.to == to && row.side == side)
                .map(Transition::step)
                .findFirst();
    }

    /** The steps that a side may take from a status. */
    public static List<Step> allowed(ApplicationStatus from, Side side) {
        return TABLE.stream()
                .filter(row -> row.from == from && row.side == side)
                .map(Transition::step)
                .toList();
    }

    public static Problem notAllowed(ApplicationStatus from, Side side) {
        return new Problem(ProblemKind.CONFLICT, "transition_not_allowed", from)
                .with("currentStatus", from.name())
                .with("allowed", allowed(from, side).stream().map(Enum::name).toList());
    }

    private static Transition row(
            ApplicationStatus from, Step step, Side side, ApplicationStatus to, TermEffect term, Guard... guards) {
        return new Transition(from, step, side, to, term, List.of(guards), false);
    }

    private static Side sideOf(Step step) {
        return TABLE.stream()
                .filter(row -> row.step == step)
                .map(Transition::side)
                .findFirst()
                .orElseThrow();
    }
}

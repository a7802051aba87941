package okno.application.casefile.domain;

import static okno.application.casefile.domain.ApplicationStatus.APPROVED;
import static okno.application.casefile.domain.ApplicationStatus.AWAITING_PAYMENT;
import static okno.application.casefile.domain.ApplicationStatus.COMPLETED;
import static okno.application.casefile.domain.ApplicationStatus.DRAFT;
import static okno.application.casefile.domain.ApplicationStatus.INFO_REQUESTED;
import static okno.application.casefile.domain.ApplicationStatus.IN_REVIEW;
import static okno.application.casefile.domain.ApplicationStatus.RECEIVED;
import static okno.application.casefile.domain.ApplicationStatus.REJECTED;
import static okno.application.casefile.domain.ApplicationStatus.SUBMITTED;
import static okno.application.casefile.domain.ApplicationStatus.WITHDRAWN;

import java.util.List;
import java.util.Optional;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;

/** The whole life of an application as one table; drawn in {@code docs/states/application.md}. */
public final class Lifecycle {

    /** Every status change there is. */
    public static final List<Transition> TABLE = List.of(
            new Transition(DRAFT, Step.SUBMIT, Side.APPLICANT, SUBMITTED),
            new Transition(DRAFT, Step.SUBMIT_AND_PAY, Side.APPLICANT, AWAITING_PAYMENT),
            new Transition(AWAITING_PAYMENT, Step.PAY, Side.APPLICANT, SUBMITTED),
            new Transition(SUBMITTED, Step.RECEIVE, Side.AGENCY, RECEIVED),
            new Transition(RECEIVED, Step.REVIEW, Side.AGENCY, IN_REVIEW),
            new Transition(IN_REVIEW, Step.REQUEST_INFORMATION, Side.AGENCY, INFO_REQUESTED),
            new Transition(INFO_REQUESTED, Step.ANSWER, Side.APPLICANT, IN_REVIEW),
            new Transition(IN_REVIEW, Step.APPROVE, Side.AGENCY, APPROVED),
            new Transition(IN_REVIEW, Step.REJECT, Side.AGENCY, REJECTED),
            new Transition(APPROVED, Step.DELIVER, Side.AGENCY, COMPLETED),
            new Transition(SUBMITTED, Step.FULFIL_BY_REGISTER, Side.SYSTEM, COMPLETED),
            new Transition(SUBMITTED, Step.REFUSE_BY_REGISTER, Side.SYSTEM, REJECTED),
            new Transition(AWAITING_PAYMENT, Step.WITHDRAW, Side.APPLICANT, WITHDRAWN),
            new Transition(SUBMITTED, Step.WITHDRAW, Side.APPLICANT, WITHDRAWN),
            new Transition(RECEIVED, Step.WITHDRAW, Side.APPLICANT, WITHDRAWN),
            new Transition(IN_REVIEW, Step.WITHDRAW, Side.APPLICANT, WITHDRAWN),
            new Transition(INFO_REQUESTED, Step.WITHDRAW, Side.APPLICANT, WITHDRAWN));

    private Lifecycle() {}

    /** One status change: who may make it, by what. */
    public record Transition(ApplicationStatus from, Step step, Side side, ApplicationStatus to) {}

    /**
     * Where a step leads.
     *
     * @throws Problem {@code transition_not_allowed} with {@code allowed}, the steps that the same side may take now
     */
    public static ApplicationStatus after(ApplicationStatus from, Step step) {
        return TABLE.stream()
                .filter(row -> row.from == from && row.step == step)
                .findFirst()
                .map(Transition::to)
                .orElseThrow(() -> notAllowed(from, sideOf(step)));
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

    /** Who took the step between two statuses that follow each other. */
    public static Side sideBetween(ApplicationStatus from, ApplicationStatus to) {
        return TABLE.stream()
                .filter(row -> row.from == from && row.to == to)
                .map(Transition::side)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(from + " never becomes " + to));
    }

    public static Problem notAllowed(ApplicationStatus from, Side side) {
        return new Problem(ProblemKind.CONFLICT, "transition_not_allowed", from)
                .with("status", from.name())
                .with("allowed", allowed(from, side).stream().map(Enum::name).toList());
    }

    private static Side sideOf(Step step) {
        return TABLE.stream()
                .filter(row -> row.step == step)
                .map(Transition::side)
                .findFirst()
                .orElseThrow();
    }
}

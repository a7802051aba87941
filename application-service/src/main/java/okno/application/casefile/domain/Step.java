package okno.application.casefile.domain;

/** What may be done to an application so that its status changes; {@link Lifecycle} says when and by whom. */
public enum Step {
    SUBMIT,
    SUBMIT_AND_PAY,
    PAY,
    RECEIVE,
    REVIEW,
    REQUEST_INFORMATION,
    ANSWER,
    REQUIRE_CORRECTION,
    CORRECT,
    APPROVE,
    REJECT,
    DELIVER,
    FULFIL_BY_REGISTER,
    REFUSE_BY_REGISTER,
    REOPEN,
    WITHDRAW,
    CANCEL
}

package okno.application.casefile.domain;

/** Where an application stands. The names are API: they are in answers, events and passports. */
public enum ApplicationStatus {
    DRAFT,
    AWAITING_PAYMENT,
    SUBMITTED,
    RECEIVED,
    IN_REVIEW,
    INFO_REQUESTED,
    CORRECTION_REQUIRED,
    APPROVED,
    REJECTED,
    COMPLETED,
    WITHDRAWN,
    CANCELLED;

    /** Nothing follows any more, unless a complaint about a refusal is upheld. */
    public boolean isFinal() {
        return this == REJECTED || this == COMPLETED || this == WITHDRAWN || this == CANCELLED;
    }

    /** The agency has it, or had it: it was submitted and not merely begun. */
    public boolean isWithAgency() {
        return this != DRAFT && this != AWAITING_PAYMENT;
    }

    /** The applicant may change form and attachments: before the submission, or when the agency sent it back. */
    public boolean isEditable() {
        return this == DRAFT || this == CORRECTION_REQUIRED;
    }
}

package okno.application.casefile.domain;

/** Who moves an application. */
public enum Side {
    APPLICANT,
    AGENCY,
    SYSTEM
}

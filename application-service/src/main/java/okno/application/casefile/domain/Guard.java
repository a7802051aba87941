package okno.application.casefile.domain;

/** What must hold before a step, besides the status; whoever takes the step checks it. */
public enum Guard {
    /** Readiness finds no fault: form, documents, account, signature. */
    READY("nothing stops submission"),
    DUTY_PAID("the duty is paid"),
    /** The agency says what it asks for. */
    TEXT_GIVEN("the agency says what it asks for"),
    /** 210-FZ art. 12: only grounds that the law knows, and so the passport. */
    GROUND_KNOWN("the ground is one of the passport's"),
    CHECKS_ANSWERED("registers have answered, and the agency overrules those who said no"),
    SECOND_OFFICER("a second officer agrees, where the passport asks for one"),
    RESULT_READY("the result lies ready"),
    REGISTER_ANSWERED("the register has answered"),
    PASSPORT_ALLOWS("the passport lets the applicant"),
    ANSWER_OVERDUE("the applicant's term is over"),
    /** 210-FZ art. 11.2 p. 7: the refusal is made void. */
    COMPLAINT_UPHELD("a complaint about the refusal is upheld");

    private final String words;

    Guard(String words) {
        this.words = words;
    }

    /** As the drawing of the life cycle says it. */
    public String words() {
        return words;
    }
}

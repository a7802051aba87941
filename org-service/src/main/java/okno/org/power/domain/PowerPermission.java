package okno.org.power.domain;

import java.util.Arrays;
import java.util.Optional;

/** What a representative may do for a citizen. The code stands in signed documents and acting tokens and is never reused. */
public enum PowerPermission {
    APPLICATIONS_DRAFT("applications.draft"),
    APPLICATIONS_SUBMIT("applications.submit"),
    APPLICATIONS_VIEW("applications.view"),
    /** Messages, comments and further documents for the agency, the answers to its questions among them. */
    APPLICATIONS_CORRESPOND("applications.correspond"),
    PAYMENTS_CREATE("payments.create"),
    /** Lets drafts be filled in from the principal's profile and earlier applications. */
    PROFILE_PREFILL("profile.prefill"),
    RESULTS_RECEIVE("results.receive");

    private final String code;

    PowerPermission(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<PowerPermission> of(String code) {
        return Arrays.stream(values()).filter(known -> known.code.equals(code)).findFirst();
    }
}

package okno.application.catalogue.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who decides, and what the applicant gets; {@code extract} only when that is an extract.
 *
 * @param fourEyes verdicts, APPROVED or REJECTED, on which two officers must agree; empty: one officer decides
 * @param decisions rules that refuse before the result is delivered, tried in turn; only where the register decides
 */
public record Processing(
        DecidedBy decidedBy,
        ResultBy resultBy,
        @Nullable Extract extract,
        Set<String> fourEyes,
        List<DecisionRule> decisions) {

    public Processing {
        fourEyes = fourEyes == null ? Set.of() : Set.copyOf(fourEyes);
        decisions = decisions == null ? List.of() : List.copyOf(decisions);
    }

    /** Who decides. */
    public enum DecidedBy {
        OFFICER,
        REGISTER
    }

    /** What the applicant gets. */
    public enum ResultBy {
        AGENCY,
        REGISTER_RECORD,
        REGISTER_EXTRACT
    }

    /** Which extract; {@code keyPointer} is the JSON Pointer of the record's key in the form. */
    public record Extract(String register, String keyPointer, String kind, String format) {}

    /** {@code when}: CEL over {@code form}, {@code today} and {@code register}; {@code reason}: one of the passport's. */
    public record DecisionRule(String when, String reason) {}
}

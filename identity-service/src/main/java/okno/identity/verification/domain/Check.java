package okno.identity.verification.domain;

import org.jspecify.annotations.Nullable;

/** One check and how it ended. */
public record Check(
        CheckName name, Outcome outcome, @Nullable Reason reason) {

    public static Check passed(CheckName name) {
        return new Check(name, Outcome.PASSED, null);
    }

    public static Check failed(CheckName name, Reason reason) {
        return new Check(name, Outcome.FAILED, reason);
    }

    public static Check unknown(CheckName name, Reason reason) {
        return new Check(name, Outcome.UNKNOWN, reason);
    }

    /** Passed, or failed for the reason. */
    public static Check of(CheckName name, @Nullable Reason reason) {
        return reason == null ? passed(name) : failed(name, reason);
    }
}

package okno.application.processing;

import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;

/** What of all applications a caller may handle: those of one agency, and of one region when the token says so. */
record Desk(String agency, @Nullable String region) {

    static Desk of(Caller caller) {
        if (caller.agency() == null) {
            throw new Problem(ProblemKind.FORBIDDEN, "agency_missing");
        }
        return new Desk(caller.agency(), caller.region());
    }
}

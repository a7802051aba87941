package okno.application.submission.web;

import java.util.List;
import okno.platform.core.FieldFault;
import org.jspecify.annotations.Nullable;

/**
 * Whether an application could be submitted now.
 *
 * @param documentSha256 what a signature would have to be made over
 * @param errors everything that still stops submission
 * @param postponed checks that do not stop it: their register does not answer, so they are made afterwards
 */
record ReadinessResponse(boolean ready, String documentSha256, List<Obstacle> errors, List<Obstacle> postponed) {

    /** One thing to know of a field: what stops submission, as the submission itself would answer it, or has to wait. */
    record Obstacle(String pointer, String code, String message) {

        static Obstacle from(FieldFault fault, @Nullable String text) {
            return new Obstacle(fault.pointer(), fault.code(), text == null ? fault.code() : text);
        }
    }
}

package okno.platform.web;

import java.util.List;
import java.util.stream.Collectors;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.number.InvalidNumber;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with a body that could not be read, with the place where reading stopped. */
final class BodyFaults {

    private BodyFaults() {}

    /** Status, code and faults to answer. */
    record Verdict(HttpStatus status, String code, List<FieldFault> faults) {}

    static Verdict of(HttpMessageNotReadableException e) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(e);
        if (root instanceof BodyTooLarge) {
            return new Verdict(HttpStatus.CONTENT_TOO_LARGE, "too_large", List.of());
        }
        if (!(e.getCause() instanceof JacksonException unread)) {
            return new Verdict(HttpStatus.BAD_REQUEST, "malformed_body", List.of());
        }
        String pointer = pointer(unread);
        if (root instanceof InvalidNumber number) {
            return new Verdict(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_content", List.of(number.at(pointer)));
        }
        if (root instanceof Problem problem) {
            return new Verdict(
                    ProblemWriter.statusOf(problem.kind()),
                    problem.code(),
                    List.of(FieldFault.at(pointer, problem.code())));
        }
        String code =
                switch (unread) {
                    case UnrecognizedPropertyException ignored -> "unknown_field";
                    case ValueInstantiationException ignored -> "format";
                    case MismatchedInputException ignored -> "wrong_type";
                    default -> "unreadable";
                };
        return new Verdict(HttpStatus.BAD_REQUEST, "malformed_body", List.of(FieldFault.at(pointer, code)));
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? Integer.toString(Math.max(step.getIndex(), 0))
                        : step.getPropertyName().replace("~", "~0").replace("/", "~1"))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }
}

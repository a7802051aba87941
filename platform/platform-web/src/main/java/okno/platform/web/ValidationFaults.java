package okno.platform.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okno.platform.core.FieldFault;
import okno.platform.core.number.InvalidNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Faults of bean validation and of request parameters. A constraint whose {@code message} is one of our codes (lower
 * case with underscores) is reported under it, every other under the general code of the constraint.
 */
final class ValidationFaults {

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("NotNull", "required"),
            Map.entry("NotBlank", "required"),
            Map.entry("NotEmpty", "required"),
            Map.entry("Size", "size"),
            Map.entry("Length", "size"),
            Map.entry("Pattern", "format"),
            Map.entry("Email", "format"),
            Map.entry("Digits", "range"),
            Map.entry("Min", "range"),
            Map.entry("Max", "range"),
            Map.entry("DecimalMin", "range"),
            Map.entry("DecimalMax", "range"),
            Map.entry("Positive", "range"),
            Map.entry("PositiveOrZero", "range"),
            Map.entry("Past", "date_in_future"),
            Map.entry("PastOrPresent", "date_in_future"),
            Map.entry("Future", "date_in_past"),
            Map.entry("FutureOrPresent", "date_in_past"));

    private ValidationFaults() {}

    static List<FieldFault> of(Errors errors) {
        return errors.getAllErrors().stream().map(ValidationFaults::bodyFault).toList();
    }

    static List<FieldFault> of(HandlerMethodValidationException e) {
        List<FieldFault> faults = new ArrayList<>();
        for (ParameterValidationResult result : e.getParameterValidationResults()) {
            if (result instanceof ParameterErrors body) {
                faults.addAll(of(body));
            } else {
                String name =
                        Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "");
                result.getResolvableErrors().forEach(error -> faults.add(FieldFault.parameter(name, codeOf(error))));
            }
        }
        return faults;
    }

    static List<FieldFault> of(ConstraintViolationException e) {
        return e.getConstraintViolations().stream()
                .map(violation ->
                        FieldFault.at(pointer(violation.getPropertyPath().toString()), codeOf(violation)))
                .toList();
    }

    static FieldFault of(TypeMismatchException e) {
        String name = e instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : Objects.requireNonNullElse(e.getPropertyName(), "");
        String code =
                NestedExceptionUtils.getMostSpecificCause(e) instanceof InvalidNumber number ? number.code() : "format";
        return FieldFault.parameter(name, code);
    }

    static FieldFault of(MissingRequestValueException e) {
        String name =
                switch (e) {
                    case MissingServletRequestParameterException parameter -> parameter.getParameterName();
                    case MissingRequestHeaderException header -> header.getHeaderName();
                    default -> "";
                };
        return FieldFault.parameter(name, "required");
    }

    private static FieldFault bodyFault(ObjectError error) {
        return FieldFault.at(error instanceof FieldError field ? pointer(field.getField()) : "", codeOf(error));
    }

    private static String codeOf(ConstraintViolation<?> violation) {
        return codeOf(
                violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName(),
                violation.getMessageTemplate());
    }

    private static String codeOf(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        return codeOf(codes == null || codes.length == 0 ? "" : codes[codes.length - 1], error.getDefaultMessage());
    }

    private static String codeOf(String constraint, @Nullable String message) {
        if (message != null && message.matches("[a-z][a-z0-9]*(_[a-z0-9]+)+")) {
            return message;
        }
        return CODES.getOrDefault(constraint, "format");
    }

    /** {@code form.items[0].name} as {@code /form/items/0/name}. */
    static String pointer(String path) {
        return path.isEmpty()
                ? ""
                : "/"
                        + path.replace("~", "~0")
                                .replace("/", "~1")
                                .replace("].", "/")
                                .replace("]", "")
                                .replace('[', '/')
                                .replace('.', '/');
    }
}

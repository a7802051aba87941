package okno.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.core.number.InvalidNumber;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns everything that a controller may throw into a problem of RFC 9457; what nobody foresaw says only its trace id. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter writer;

    ProblemAdvice(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void refused(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.info("Refused: {}", problem.code());
        writer.write(request, response, problem);
    }

    @ExceptionHandler
    void invalidNumber(InvalidNumber e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        refused(Problem.invalid(List.of(e.at(""))), request, response);
    }

    @ExceptionHandler
    void invalidValues(ConstraintViolationException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(request, response, HttpStatus.BAD_REQUEST, "invalid_request", ValidationFaults.of(e));
    }

    @ExceptionHandler
    void malformedMultipart(MultipartException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(request, response, HttpStatus.BAD_REQUEST, "malformed_body", List.of());
    }

    /** Left to Spring Security, which knows whether a log-in would help. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException e) {
        throw e;
    }

    @ExceptionHandler
    void unforeseen(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (NestedExceptionUtils.getMostSpecificCause(e) instanceof Problem problem) {
            refused(problem, request, response);
        } else if (DatabaseFaults.isDown(e)) {
            LOG.warn("Database cannot serve: {}", e.toString());
            refused(new Problem(ProblemKind.UNAVAILABLE, "unavailable"), request, response);
        } else if (DatabaseFaults.isUnstorableText(e)) {
            write(
                    request,
                    response,
                    HttpStatus.BAD_REQUEST,
                    "invalid_request",
                    List.of(FieldFault.at("", "text_format")));
        } else if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            LOG.debug("The caller went away before the answer");
        } else {
            LOG.error("Unforeseen failure", e);
            write(request, response, HttpStatus.INTERNAL_SERVER_ERROR, "internal_error", List.of());
        }
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        BodyFaults.Verdict verdict = BodyFaults.of(e);
        return write(request, headers, verdict.status(), verdict.code(), verdict.faults());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.valueOf(status.value());
        if (known.is5xxServerError()) {
            LOG.error("Unforeseen failure", e);
        }
        return write(request, headers, known, StatusCodes.codeOf(known), faultsOf(e));
    }

    private static List<FieldFault> faultsOf(Exception e) {
        return switch (e) {
            case MethodArgumentNotValidException invalid -> ValidationFaults.of(invalid.getBindingResult());
            case HandlerMethodValidationException invalid -> ValidationFaults.of(invalid);
            case TypeMismatchException mismatch -> List.of(ValidationFaults.of(mismatch));
            case MissingServletRequestPartException part ->
                List.of(FieldFault.parameter(part.getRequestPartName(), "required"));
            case MissingRequestValueException missing -> List.of(ValidationFaults.of(missing));
            default -> List.of();
        };
    }

    private @Nullable ResponseEntity<Object> write(
            WebRequest request, HttpHeaders headers, HttpStatus status, String code, List<FieldFault> faults) {
        ServletWebRequest web = (ServletWebRequest) request;
        HttpServletResponse response = web.getNativeResponse(HttpServletResponse.class);
        if (response != null) {
            headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            write(web.getRequest(), response, status, code, faults);
        }
        // Null tells Spring MVC that the answer is complete.
        return null;
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String code,
            List<FieldFault> faults) {
        try {
            writer.write(request, response, status, code, List.of(), faults, Map.of());
        } catch (IOException e) {
            LOG.debug("The caller went away before the problem was written");
        }
    }
}

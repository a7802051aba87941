package okno.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.core.Trace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/**
 * Writes a refusal as {@code application/problem+json} (or {@code +xml}) in the caller's language, the same from
 * controllers, filters, security entry points and the gateway. Headers that the response already carries are kept, so a
 * caller may set {@code WWW-Authenticate} or {@code Retry-After} before.
 */
public final class ProblemWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);
    private static final String TYPES = "https://okno.example/problems/";
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Texts texts;

    public ProblemWriter(Texts texts) {
        this.texts = texts;
    }

    /**
     * Writes the refusal with the status of its kind. The arguments of an {@link
     * ProblemKind#INSUFFICIENT_AUTHENTICATION} problem are the {@code acr_values} wanted and the {@code max_age} in
     * seconds (RFC 9470).
     */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (problem.kind() == ProblemKind.INSUFFICIENT_AUTHENTICATION
                && !response.containsHeader(HttpHeaders.WWW_AUTHENTICATE)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer " + challenge(problem));
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "DPoP " + challenge(problem));
        }
        write(
                request,
                response,
                statusOf(problem.kind()),
                problem.code(),
                problem.args(),
                problem.faults(),
                problem.extensions());
    }

    /** Writes a refusal that no {@link ProblemKind} stands for, such as 401 without a token. */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        write(request, response, status, code, List.of(), List.of(), Map.of());
    }

    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String code,
            List<Object> args,
            List<FieldFault> faults,
            Map<String, Object> extensions)
            throws IOException {
        if (response.isCommitted()) {
            LOG.debug("Answer already begun, problem {} is not written", code);
            return;
        }
        Language language = Language.of(request);
        ProblemBody body = new ProblemBody(
                TYPES + code,
                title(language, status),
                status.value(),
                text(language, code, args, status),
                code,
                traceId(request),
                faults.stream().map(fault -> toEntry(language, fault)).toList(),
                extensions);
        boolean xml = wantsXml(request);
        byte[] bytes = xml ? body.toXml() : body.toJson();
        response.resetBuffer();
        response.setStatus(status.value());
        response.setContentType(
                xml ? MediaType.APPLICATION_PROBLEM_XML_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        boolean later = status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS;
        if (later && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
        response.flushBuffer();
    }

    static HttpStatus statusOf(ProblemKind kind) {
        return switch (kind) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case INSUFFICIENT_AUTHENTICATION -> HttpStatus.UNAUTHORIZED;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNSUPPORTED_CONTENT -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case PRECONDITION_REQUIRED -> HttpStatus.PRECONDITION_REQUIRED;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private ProblemBody.Fault toEntry(Language language, FieldFault fault) {
        String own = fault.wording().get(language.tag());
        String message = own == null ? text(language, fault.code(), fault.args(), HttpStatus.BAD_REQUEST) : own;
        return fault.ofParameter()
                ? new ProblemBody.Fault(null, fault.pointer().substring(1), fault.code(), message)
                : new ProblemBody.Fault(fault.pointer(), null, fault.code(), message);
    }

    private String title(Language language, HttpStatus status) {
        String title = texts.find(language, "title." + status.value(), List.of());
        return title == null ? status.getReasonPhrase() : title;
    }

    private String text(Language language, String code, List<Object> args, HttpStatus status) {
        String text = texts.find(language, code, args);
        if (text == null) {
            LOG.warn("Problem code {} has no text", code);
            return title(language, status);
        }
        return text;
    }

    private static String traceId(HttpServletRequest request) {
        Trace current = Trace.current();
        return current == null
                ? Trace.continueOrBegin(request.getHeader("traceparent")).traceId()
                : current.traceId();
    }

    private static String challenge(Problem problem) {
        StringBuilder challenge = new StringBuilder("error=\"insufficient_user_authentication\"");
        List<Object> wanted = problem.args();
        if (!wanted.isEmpty()) {
            challenge.append(", acr_values=\"").append(wanted.getFirst()).append('"');
        }
        if (wanted.size() > 1) {
            challenge.append(", max_age=\"").append(wanted.get(1)).append('"');
        }
        return challenge.toString();
    }

    /** XML only when the caller asks for it before JSON. */
    private static boolean wantsXml(HttpServletRequest request) {
        @Nullable String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return false;
        }
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(types);
            for (MediaType type : types) {
                String subtype = type.getSubtype();
                if (subtype.equals("xml") || subtype.endsWith("+xml")) {
                    return true;
                }
                if (subtype.equals("json") || subtype.endsWith("+json") || type.isWildcardType()) {
                    return false;
                }
            }
            return false;
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}

package okno.platform.web;

import org.springframework.http.HttpStatus;

/** The code of a problem about which nothing is known but its HTTP status. */
final class StatusCodes {

    private StatusCodes() {}

    static String codeOf(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "unauthenticated";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not_found";
            case METHOD_NOT_ALLOWED -> "method_not_allowed";
            case NOT_ACCEPTABLE -> "not_acceptable";
            case CONFLICT -> "conflict";
            case PRECONDITION_FAILED -> "stale_version";
            case CONTENT_TOO_LARGE -> "too_large";
            case URI_TOO_LONG, REQUEST_HEADER_FIELDS_TOO_LARGE -> "headers_too_large";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported_media_type";
            case UNPROCESSABLE_CONTENT -> "invalid_content";
            case PRECONDITION_REQUIRED -> "if_match_required";
            case TOO_MANY_REQUESTS -> "too_many_requests";
            case BAD_GATEWAY, SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT -> "unavailable";
            default -> status.is5xxServerError() ? "internal_error" : "invalid_request";
        };
    }
}

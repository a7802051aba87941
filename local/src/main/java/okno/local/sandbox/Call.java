package okno.local.sandbox;

import com.github.tomakehurst.wiremock.common.Urls;
import com.github.tomakehurst.wiremock.http.MultiValue;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** One HTTP request. */
record Call(LoggedRequest request) {

    static final JsonMapper JSON = new JsonMapper();

    String text() {
        return request.getBodyAsString();
    }

    <T> T json(Class<T> type) {
        return JSON.readValue(request.getBody(), type);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    Optional<String> query(String name) {
        return first(request.queryParameter(name));
    }

    /** Whatever the content type: people post forms with curl. */
    Optional<String> form(String name) {
        return Optional.ofNullable(Urls.splitQuery(text()).get(name)).flatMap(Call::first);
    }

    /** The value of a placeholder of the mapping's {@code urlPathTemplate}. */
    String pathValue(String name) {
        return String.valueOf(request.getPathParameters().get(name));
    }

    private static Optional<String> first(MultiValue values) {
        return values.isPresent() ? Optional.of(values.firstValue()) : Optional.empty();
    }
}

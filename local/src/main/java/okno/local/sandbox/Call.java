package okno.local.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One HTTP request.
 *
 * @param path values of the placeholders of the matched path
 */
record Call(HttpExchange exchange, Map<String, String> path, byte[] body) {

    static final JsonMapper JSON = new JsonMapper();

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    <T> T json(Class<T> type) {
        return JSON.readValue(body, type);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(
                fields(exchange.getRequestURI().getRawQuery()).get(name));
    }

    Optional<String> form(String name) {
        return Optional.ofNullable(fields(text()).get(name));
    }

    String pathValue(String name) {
        return path.getOrDefault(name, "");
    }

    private static Map<String, String> fields(@Nullable String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return Map.of();
        }
        return Stream.of(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> decode(pair[0]), pair -> pair.length > 1 ? decode(pair[1]) : "", (a, b) -> a));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

package okno.local.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** A small HTTP server: method and path template to handler, for example {@code GET /sessions/{id}}. */
final class Routes implements AutoCloseable {

    /** Answers one request. */
    @FunctionalInterface
    interface Handler {
        Reply answer(Call call) throws IOException;
    }

    private record Route(String method, Pattern path, List<String> names, Handler handler) {}

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final int LARGEST_BODY = 1 << 20;

    private final HttpServer server;
    private final List<Route> routes = new ArrayList<>();

    Routes(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
    }

    Routes on(String method, String template, Handler handler) {
        List<String> names = PLACEHOLDER
                .matcher(template)
                .results()
                .map(found -> found.group(1))
                .toList();
        Pattern path = Pattern.compile(PLACEHOLDER.matcher(template).replaceAll("([^/]+)"));
        routes.add(new Route(method, path, names, handler));
        return this;
    }

    Routes start() {
        server.start();
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = answer(exchange);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    private Reply answer(HttpExchange exchange) {
        try {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                return Reply.fault(413, "too large");
            }
            for (Route route : routes) {
                Optional<Map<String, String>> path = match(route, exchange);
                if (path.isPresent()) {
                    return route.handler().answer(new Call(exchange, path.get(), body));
                }
            }
            return Reply.fault(404, "nothing here");
        } catch (JacksonException notJson) {
            return Reply.fault(400, "not the expected JSON");
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "{} {}",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    e);
            return Reply.fault(500, "sandbox failed, see its log");
        }
    }

    private static Optional<Map<String, String>> match(Route route, HttpExchange exchange) {
        Matcher matcher = route.path().matcher(exchange.getRequestURI().getPath());
        if (!route.method().equals(exchange.getRequestMethod()) || !matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < route.names().size(); i++) {
            values.put(route.names().get(i), matcher.group(i + 1));
        }
        return Optional.of(values);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

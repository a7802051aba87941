package okno.gateway.route;

import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.net.URI;
import java.util.List;
import java.util.Map;
import okno.gateway.GatewayProperties;
import okno.platform.web.ProblemWriter;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** One route per service, from configuration: nothing but the paths named there leads inside. */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    RouterFunction<ServerResponse> routesToServices(
            GatewayProperties gateway, Environment environment, ProblemWriter problems) {
        Map<String, URI> addresses = Binder.get(environment)
                .bind("okno.services", Bindable.mapOf(String.class, URI.class))
                .get();
        return gateway.routes().entrySet().stream()
                .map(route ->
                        route(route.getKey(), anyOf(route.getValue()), addressOf(addresses, route.getKey()), problems))
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    private static RouterFunction<ServerResponse> route(
            String service, RequestPredicate paths, URI address, ProblemWriter problems) {
        return GatewayRouterFunctions.route(service)
                .route(paths, HandlerFunctions.http())
                .filter(new ServiceBreaker(service, problems))
                .before(BeforeFilterFunctions.uri(address))
                .build();
    }

    private static RequestPredicate anyOf(List<String> patterns) {
        return patterns.stream()
                .map(pattern -> (RequestPredicate) path(pattern))
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }

    private static URI addressOf(Map<String, URI> addresses, String service) {
        URI address = addresses.get(service);
        if (address == null) {
            throw new IllegalStateException("okno.services." + service + " is not set");
        }
        return address;
    }
}

package okno.bench.stock;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Spring Cloud Gateway and Spring Security's resource server as they come: one route, no limits, every default. It runs
 * from the libraries of Okno's gateway, so both are of the same versions, without Okno's own configuration.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class StockGateway {

    @Bean
    RouterFunction<ServerResponse> everything(Environment environment) {
        return route("stock")
                .route(path("/api/**"), http())
                .before(uri(environment.getRequiredProperty("bench.service")))
                .build();
    }

    public static void main(String[] args) {
        SpringApplication.run(StockGateway.class, args);
    }
}

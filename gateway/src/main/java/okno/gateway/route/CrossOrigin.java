package okno.gateway.route;

import java.time.Duration;
import java.util.List;
import okno.gateway.GatewayProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Front ends on other origins, by exact origin; nobody when none is listed. Tokens travel in headers, never in cookies. */
@Configuration(proxyBeanMethods = false)
class CrossOrigin {

    @Bean
    FilterRegistrationBean<CorsFilter> cors(GatewayProperties gateway) {
        var rules = new CorsConfiguration();
        rules.setAllowedOrigins(gateway.corsOrigins());
        rules.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(List.of(
                "Authorization",
                "DPoP",
                "Content-Type",
                "Accept-Language",
                "If-Match",
                "Idempotency-Key",
                "Okno-Acting"));
        rules.setExposedHeaders(
                List.of("Location", "ETag", "Retry-After", "RateLimit", "RateLimit-Policy", "Idempotency-Replayed"));
        rules.setMaxAge(Duration.ofHours(1));
        var paths = new UrlBasedCorsConfigurationSource();
        paths.registerCorsConfiguration("/api/**", rules);
        var registration = new FilterRegistrationBean<>(new CorsFilter(paths));
        // Behind the trace and the public address, before limits and security: a preflight carries no token.
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }
}

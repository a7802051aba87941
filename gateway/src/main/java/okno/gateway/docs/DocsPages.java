package okno.gateway.docs;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Swagger UI from its jar, with our page and start script in front, and the little it may load. */
@Configuration(proxyBeanMethods = false)
class DocsPages implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/**")
                .addResourceLocations("classpath:/docs/", "classpath:/META-INF/resources/webjars/swagger-ui/5.32.1/");
    }

    /** Scripts from here only; the page may talk to us and to the log-in server. Swagger UI sets styles in line. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> docsContentSecurityPolicy(Environment environment) {
        URI issuer = URI.create(environment.getRequiredProperty("okno.security.issuer"));
        String policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                + " connect-src 'self' " + issuer.getScheme() + "://" + issuer.getRawAuthority()
                + "; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                response.setHeader("Content-Security-Policy", policy);
                chain.doFilter(request, response);
            }
        });
        registration.addUrlPatterns("/docs/*");
        return registration;
    }
}

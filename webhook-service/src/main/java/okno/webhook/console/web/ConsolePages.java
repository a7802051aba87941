package okno.webhook.console.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import okno.webhook.console.ConsoleProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The files of the page, and the little it may load: nothing in line, nothing from elsewhere. */
@Configuration(proxyBeanMethods = false)
class ConsolePages implements WebMvcConfigurer {

    static final String PATH = "/console/webhooks";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(PATH + "/**").addResourceLocations("classpath:/console/");
    }

    /** The page may talk to this origin and to the log-in server; a paste of a secret can leave to neither unseen. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> consoleContentSecurityPolicy(ConsoleProperties properties) {
        URI login = properties.login();
        String policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' "
                + login.getScheme() + "://" + login.getRawAuthority()
                + "; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                response.setHeader("Content-Security-Policy", policy);
                response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
                response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
                chain.doFilter(request, response);
            }
        });
        registration.addUrlPatterns(PATH + "/*");
        return registration;
    }
}

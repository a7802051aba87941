package okno.platform.security;

import java.util.Map;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A service with nothing but its security. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
class SecuredApplication {

    @Bean
    MutableClock clock() {
        return new MutableClock();
    }

    /** One handler per kind of caller. */
    @RestController
    @PreAuthorize("denyAll()")
    static class Doors {

        @GetMapping("/open")
        @PreAuthorize("permitAll()")
        Map<String, Object> open(@Nullable Caller caller) {
            return Map.of("id", caller == null ? "nobody" : caller.id());
        }

        @GetMapping("/me")
        @PreAuthorize("hasAuthority('person')")
        Caller person(Caller caller) {
            return caller;
        }

        @GetMapping("/principal")
        @PreAuthorize("hasAuthority('person')")
        @UnderPowerOfAttorney({"applications.view", "applications.submit"})
        Caller principal(Caller caller) {
            return caller;
        }

        @GetMapping("/machine")
        @PreAuthorize("hasAnyAuthority('client', 'service')")
        Caller machine(Caller caller) {
            return caller;
        }

        @GetMapping("/forgotten")
        String forgotten() {
            return "nobody may see this";
        }
    }
}

package okno.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okno.platform.core.Money;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.core.number.Inn;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The smallest service that the platform's web edge can stand in front of. */
@SpringBootConfiguration
@EnableAutoConfiguration
class EdgeApp {

    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    /** A permit for each event that a test has received. */
    static final Semaphore RECEIVED = new Semaphore(0);

    enum Colour {
        RED,
        GREEN
    }

    record Sample(
            String text,
            int number,
            boolean flag,
            BigDecimal decimal,
            LocalDate date,
            Colour colour,
            List<String> tags,
            Inner inner,
            JsonNode form) {}

    record Inner(String name, Inner inner) {}

    record SampleView(String text, List<Inner> inners, Money fee) {}

    record Checked(
            @NotBlank String name,

            @Pattern(regexp = "\\+7\\d{10}", message = "phone_format")
            String phone,

            List<@Valid CheckedPart> parts) {}

    record CheckedPart(@Size(max = 3) String code) {}

    record Payer(Inn inn) {}

    @RestController
    static final class Edge {

        @PostMapping("/samples")
        Sample echo(@RequestBody Sample sample) {
            return sample;
        }

        @GetMapping("/samples")
        KeysetPage<SampleView> list(PageRequest page) {
            SampleView view =
                    new SampleView("<ёж>", List.of(new Inner("a", null), new Inner("b", null)), Money.roubles(80000));
            return new KeysetPage<>(List.of(view, view), page.after());
        }

        @PostMapping("/checked")
        void checked(@Valid @RequestBody Checked checked) {}

        @PostMapping("/payers")
        Payer payer(@RequestBody Payer payer) {
            return payer;
        }

        @GetMapping("/numbers/{number}")
        int number(@PathVariable int number, @RequestParam int times) {
            return number * times;
        }

        @GetMapping("/ids/{id}")
        UUID id(@PathVariable UUID id) {
            return id;
        }

        @GetMapping("/problems/{kind}")
        void refuse(@PathVariable ProblemKind kind) {
            throw new Problem(kind, "permission_missing", "x");
        }

        @GetMapping("/entities")
        ResponseEntity<Inner> entity() {
            return ResponseEntity.ok(new Inner("ёж", null));
        }

        /** One event, and the next only when somebody says so. */
        @GetMapping("/events")
        void events(HttpServletResponse response) throws IOException, InterruptedException {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.getOutputStream().write("data: first\n\n".getBytes(UTF_8));
            response.getOutputStream().flush();
            if (!RECEIVED.tryAcquire(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody has received the first event");
            }
            response.getOutputStream().write("data: second\n\n".getBytes(UTF_8));
        }

        @GetMapping("/bug")
        void bug() {
            throw new IllegalStateException("secret detail");
        }

        @GetMapping("/database-down")
        void databaseDown() {
            throw new CannotGetJdbcConnectionException("no connection");
        }
    }
}

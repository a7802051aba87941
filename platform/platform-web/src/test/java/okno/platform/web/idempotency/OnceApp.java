package okno.platform.web.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartFile;

/** A service whose calls leave one row each, and can be stopped or broken at the worst moments. */
@SpringBootConfiguration
@EnableAutoConfiguration
class OnceApp {

    /** What the tests turn: how far the clock is ahead, and where a call waits. */
    static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    static volatile CountDownLatch reached = new CountDownLatch(0);
    static volatile CountDownLatch released = new CountDownLatch(0);

    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    Clock clock() {
        InstantSource source = () -> Instant.now().plus(AHEAD.get());
        return source.withZone(ZoneOffset.UTC);
    }

    @Bean
    Things things(JdbcClient jdbc) {
        return new Things(jdbc);
    }

    /** Stands in for the token check: the header names the caller, and who is acted for behind a slash: a company, or
     * behind another one a person. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> whoCalls() {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                String named = request.getHeader("Test-Caller");
                if (named != null) {
                    SecurityContextHolder.getContext()
                            .setAuthentication(new TestingAuthenticationToken(caller(named.split("/")), "token"));
                }
                chain.doFilter(request, response);
            }
        });
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }

    private static Caller caller(String... words) {
        UUID whom = words.length == 1 ? null : UUID.nameUUIDFromBytes(words[words.length - 1].getBytes(UTF_8));
        return new Caller(
                words[0],
                Caller.Kind.PERSON,
                Set.of("person"),
                "",
                "",
                null,
                null,
                null,
                null,
                words.length == 2 ? new Caller.Acting(whom, "", "", Set.of(), null) : null,
                words.length == 3 ? new Caller.Principal("principal", whom, Set.of(), Set.of()) : null);
    }

    record Thing(String name) {}

    record MadeThing(UUID id, String name) {}

    static class Things {

        private final JdbcClient jdbc;

        Things(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Transactional
        public UUID make(String name, Runnable beforeCommit) {
            UUID id = Ids.next();
            jdbc.sql("insert into thing (id, name) values (?, ?)")
                    .params(id, name)
                    .update();
            beforeCommit.run();
            return id;
        }

        int count(String name) {
            return jdbc.sql("select count(*) from thing where name = ?")
                    .param(name)
                    .query(Integer.class)
                    .single();
        }
    }

    @RestController
    @RequestMapping("/things")
    static class ThingController {

        private final Things things;

        ThingController(Things things) {
            this.things = things;
        }

        @PostMapping
        ResponseEntity<MadeThing> make(@RequestBody Thing thing) {
            UUID id = things.make(thing.name(), () -> {});
            return ResponseEntity.created(URI.create("/things/" + id))
                    .eTag("\"1\"")
                    .body(new MadeThing(id, thing.name()));
        }

        @PostMapping("/slow")
        MadeThing makeSlowly(@RequestBody Thing thing) {
            return new MadeThing(things.make(thing.name(), OnceApp::waitForRelease), thing.name());
        }

        @PostMapping("/broken-before-commit")
        void breakBeforeCommit(@RequestBody Thing thing) {
            things.make(thing.name(), () -> {
                throw new IllegalStateException("broken");
            });
        }

        @PostMapping("/broken-after-commit")
        void breakAfterCommit(@RequestBody Thing thing) {
            things.make(thing.name(), () -> {});
            throw new IllegalStateException("broken");
        }

        @PostMapping("/refused")
        void refuse(@RequestBody Thing thing) {
            things.make(thing.name(), () -> {});
            throw Problem.invalid("/name", "format");
        }

        @PostMapping("/files")
        MadeThing upload(@RequestParam String name, @RequestParam MultipartFile file) throws IOException {
            UUID id = things.make(name, () -> {});
            return new MadeThing(id, name + " " + file.getBytes().length);
        }

        @PostMapping("/bytes")
        MadeThing bytes(@RequestParam String name, @RequestBody byte[] content) {
            return new MadeThing(things.make(name, () -> {}), name + " " + content.length);
        }
    }

    private static void waitForRelease() {
        reached.countDown();
        try {
            if (!released.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never released");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

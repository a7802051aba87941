package okno.bench.token;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okno.bench.Issuer;
import okno.local.DpopKey;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The real filter chain of a service, called without a server: what it costs with and without a token. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, batchSize = TokenCheck.CALLS)
@Measurement(iterations = 10, batchSize = TokenCheck.CALLS)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls start() first
public class TokenCheck {

    static final int CALLS = 2_000;

    private static final String PATH = "/api/v1/me";
    private static final FilterChain HANDLER = (request, response) -> {};

    /** Whether AWS-LC stands before the JDK's own cryptography. */
    @Param({"true", "false"})
    private String nativeCrypto = "";

    /** How many tokens are remembered: with none each one is new. */
    @Param({"10000", "0"})
    private String tokenCacheSize = "";

    private final DpopKey key = DpopKey.generate();

    private Issuer issuer;
    private ConfigurableApplicationContext service;
    private Filter security;
    private String bearer;
    private String bound;

    @Setup
    public void start() throws IOException {
        issuer = Issuer.start(Ports.free().of(Port.KEYCLOAK));
        bearer = issuer.person();
        bound = issuer.boundTo(key.thumbprint());
        service = new SpringApplicationBuilder(CheckedService.class)
                .run(
                        "--spring.application.name=bench",
                        "--spring.config.import=classpath:okno-platform.yml",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--management.endpoint.health.group.readiness.include=readinessState",
                        "--okno.security.issuer=" + issuer.url(),
                        "--okno.security.jwks-uri=" + issuer.url(),
                        "--okno.security.acting-issuer=" + issuer.url() + "/acting",
                        "--okno.security.acting-jwks-uri=" + issuer.url() + "/acting",
                        "--okno.security.revocations=false",
                        "--okno.security.token-cache-size=" + tokenCacheSize,
                        "--okno.security.native-crypto=" + nativeCrypto);
        security = service.getBean("springSecurityFilterChain", Filter.class);
    }

    @TearDown
    public void stop() {
        service.close();
        issuer.close();
    }

    @Benchmark
    public int nobody() throws ServletException, IOException {
        return call(new MockHttpServletRequest("GET", PATH), 200);
    }

    @Benchmark
    public int bearer() throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", PATH);
        request.addHeader("Authorization", "Bearer " + bearer);
        return call(request, 200);
    }

    /** Each proof is good for one call, and signing it is the client's work. */
    @State(Scope.Benchmark)
    public static class Proofs {

        private final Deque<String> unused = new ArrayDeque<>();

        @Setup(Level.Iteration)
        public void sign(TokenCheck check) {
            unused.clear();
            IntStream.range(0, CALLS)
                    .mapToObj(i -> check.key.proof("GET", URI.create("http://localhost" + PATH), check.bound))
                    .forEach(unused::add);
        }
    }

    @Benchmark
    public int dpop(Proofs proofs) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", PATH);
        request.addHeader("Authorization", "DPoP " + bound);
        request.addHeader("DPoP", proofs.unused.remove());
        return call(request, 200);
    }

    private int call(MockHttpServletRequest request, int expected) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        security.doFilter(request, response, HANDLER);
        if (response.getStatus() != expected) {
            throw new IllegalStateException("Answered " + response.getStatus());
        }
        return response.getStatus();
    }
}
